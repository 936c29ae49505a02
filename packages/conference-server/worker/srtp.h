#pragma once
// The worker speaks the calls of libsrtp 3; Debian has libsrtp 2. Each call that it makes is answered here by that of version 2.
#include <cstddef>
#include <cstdint>
#include <cstring>
#include <vector>

// Version 2 calls its struct what version 3 calls its handle.
#define srtp_policy_t srtp_policy_of_version_2
#include <srtp2/srtp.h>
#undef srtp_policy_t

constexpr auto srtp_err_status_buffer_small = static_cast<srtp_err_status_t>(28);
constexpr auto srtp_err_status_cryptex_err = static_cast<srtp_err_status_t>(29);

struct PolicyOfVersion3
{
	srtp_policy_of_version_2 policy{};
	/** Key, then salt: version 2 wants them in one piece, and does not copy them. */
	std::vector<uint8_t> key;
};
using srtp_policy_t = PolicyOfVersion3*;

inline srtp_err_status_t srtp_policy_create(srtp_policy_t* made)
{
	*made = new PolicyOfVersion3();
	return srtp_err_status_ok;
}

inline void srtp_policy_destroy(srtp_policy_t of)
{
	if (of == nullptr)
		return;
	std::memset(of->key.data(), 0, of->key.size());
	delete of;
}

inline srtp_err_status_t srtp_policy_set_ssrc(srtp_policy_t of, srtp_ssrc_t ssrc)
{
	of->policy.ssrc = ssrc;
	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_profile(srtp_policy_t of, srtp_profile_t profile)
{
	const auto status = srtp_crypto_policy_set_from_profile_for_rtp(&of->policy.rtp, profile);
	if (status != srtp_err_status_ok)
		return status;
	return srtp_crypto_policy_set_from_profile_for_rtcp(&of->policy.rtcp, profile);
}

inline srtp_err_status_t srtp_policy_add_key(
  srtp_policy_t of, const uint8_t* key, size_t keyLength, const uint8_t* salt, size_t saltLength, const uint8_t*, size_t)
{
	of->key.assign(key, key + keyLength);
	of->key.insert(of->key.end(), salt, salt + saltLength);
	of->policy.key = of->key.data();
	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_allow_repeat_tx(srtp_policy_t of, bool allowed)
{
	of->policy.allow_repeat_tx = allowed ? 1 : 0;
	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_policy_set_window_size(srtp_policy_t of, size_t packets)
{
	of->policy.window_size = packets;
	return srtp_err_status_ok;
}

inline srtp_err_status_t srtp_create(srtp_t* session, srtp_policy_t of)
{
	return srtp_create(session, static_cast<const srtp_policy_of_version_2*>(&of->policy));
}

inline srtp_err_status_t srtp_stream_remove(srtp_t session, uint32_t ssrc)
{
	return srtp_remove_stream(session, ssrc);
}

/** Version 2 works in place and writes a trailer behind the packet: there has to be room for it. */
template<typename Call>
inline srtp_err_status_t in_place(
  Call call, srtp_t session, const uint8_t* from, size_t length, uint8_t* to, size_t* toLength, size_t trailer)
{
	if (*toLength < length + trailer)
		return srtp_err_status_buffer_small;
	if (to != from)
		std::memcpy(to, from, length);
	int inOut = static_cast<int>(length);
	const auto status = call(session, to, &inOut);
	*toLength = static_cast<size_t>(inOut);
	return status;
}

inline srtp_err_status_t srtp_protect(
  srtp_t session, const uint8_t* from, size_t length, uint8_t* to, size_t* toLength, size_t)
{
	const auto call = [](srtp_t s, void* p, int* n) { return srtp_protect(s, p, n); };
	return in_place(call, session, from, length, to, toLength, SRTP_MAX_TRAILER_LEN);
}

inline srtp_err_status_t srtp_protect_rtcp(
  srtp_t session, const uint8_t* from, size_t length, uint8_t* to, size_t* toLength, size_t)
{
	const auto call = [](srtp_t s, void* p, int* n) { return srtp_protect_rtcp(s, p, n); };
	return in_place(call, session, from, length, to, toLength, SRTP_MAX_TRAILER_LEN + 4);
}

inline srtp_err_status_t srtp_unprotect(
  srtp_t session, const uint8_t* from, size_t length, uint8_t* to, size_t* toLength)
{
	const auto call = [](srtp_t s, void* p, int* n) { return srtp_unprotect(s, p, n); };
	return in_place(call, session, from, length, to, toLength, 0);
}

inline srtp_err_status_t srtp_unprotect_rtcp(
  srtp_t session, const uint8_t* from, size_t length, uint8_t* to, size_t* toLength)
{
	const auto call = [](srtp_t s, void* p, int* n) { return srtp_unprotect_rtcp(s, p, n); };
	return in_place(call, session, from, length, to, toLength, 0);
}
