/** Set by the server from the connection and the cookie; what a client sends under these names is thrown away. */
export const clientAddressHeader = "x-consilium-client-address";
export const deviceHeader = "x-consilium-device";
