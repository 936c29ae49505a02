#pragma once
// The worker's maps, by the standard library's: slower by a little, and on every machine.
#include <functional>
#include <memory>
#include <unordered_map>
#include <unordered_set>

namespace ankerl::unordered_dense
{
template<typename Type>
struct hash : std::hash<Type>
{
};

template<typename Key, typename Value, typename Hash = std::hash<Key>, typename Equal = std::equal_to<Key>>
using map = std::unordered_map<Key, Value, Hash, Equal>;

template<typename Key, typename Hash = std::hash<Key>, typename Equal = std::equal_to<Key>>
using set = std::unordered_set<Key, Hash, Equal>;
} // namespace ankerl::unordered_dense
