-- fires collector IPv6
-- unknown collector IPv4
-- silent collector IPv5
-- IPv6 has an address and no way out; IPv4 was not tried.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO fact_service (name, port) VALUES ('www', 443);
INSERT INTO probe_family (family, own_address, default_route, works, at)
VALUES (6, 1, 0, 0, 1789632900);
INSERT INTO probe (kind, target, family, ip, ip_key, proto, port, result,
                   reason, at)
VALUES ('T1', 'www:443/tcp', 6, '2001:db8::1', x'01', 'tcp', 443, 'unknown',
        'prober-lacks-family', 1789632900);
