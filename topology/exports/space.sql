-- space: prefixes that are owned, planned or observed, and what of them is in use.
SELECT   prefix,
         vrf,
         parent_key AS parent,
         sources,
         status,
         site,
         vlan,
         role,
         use,
         segment_name AS segment,
         used,
         usable,
         nets_used,
         next_free,
         first_seen,
         last_seen
FROM     page_space
ORDER BY vrf, family DESC, prefix_key, length;
