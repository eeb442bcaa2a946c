-- address space: the whole of a family, a /8, a plan wider than what is ours
INSERT INTO fact_own_prefix (prefix) VALUES ('::/0'), ('10.0.0.0/8'), ('2001:db8:1::/48');
INSERT INTO fact_plan_prefix (prefix, role, status) VALUES ('2001:db8::/32', 'container', 'container'), ('10.0.0.0/24','lan','active'), ('2001:db8:1:1::/64','lan','active');
INSERT INTO put_agent VALUES (1, 'a-gw', NULL);
INSERT INTO put_read VALUES (1, 'IP-MIB::ipAddressTable', 'rows');
INSERT INTO put_port VALUES (1, 1, 'Vlan20', NULL), (1, 2, 'Vlan21', NULL);
INSERT INTO put_address VALUES (1, 1, '2001:db8:1:1::1/64'), (1, 1, '10.0.0.1/24'), (1, 2, '192.0.2.1/24'), (1, 2, '100.64.0.1/30');
INSERT INTO put_prefix VALUES ('2001:db8:1:1::/64', '2001:db8:1:1:'),
                              ('192.0.2.0/24', '192.0.2.'), ('10.0.0.0/24', '10.0.0.'), ('100.64.0.0/30', '100.64.');
-- ask
SELECT prefix, stated_as, status, role, sources, in_use, nets_used, next_free, parent_key
FROM   page_space ORDER BY family, prefix_key, length;
SELECT rule, verdict, sentence FROM finding WHERE rule IN ('I-03', 'I-07', 'I-10', 'I-11', 'I-02') ORDER BY 1, 3;
