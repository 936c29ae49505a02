/** Set by the server from the connection, the cookie and the body; what a client sends under these names is thrown away. */
export const clientAddressHeader = "x-consilium-client-address";
export const deviceHeader = "x-consilium-device";
export const codeHeader = "x-consilium-code";
