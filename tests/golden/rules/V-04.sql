-- fires name sip1.example
-- silent name sip2.example
-- silent name mail.example
-- unknown name sip3.example
-- The first target has no AAAA, the second has one, of the third the DNS said
-- nothing. SRV records of mail do not count.
INSERT INTO meta (id, observed_at, started_at, complete, tool)
VALUES (1, 1789632900, 1789632900, 1, 'test');
INSERT INTO probe (id, kind, target, name, record, result, reason, at)
VALUES (1, 'D1', 'sip:5060/tcp', '_sip._tcp.example', 'SRV', 'true', NULL,
        1789632900),
       (2, 'D1', 'imap:993/tcp', '_imaps._tcp.example', 'SRV', 'true', NULL,
        1789632900),
       (3, 'D1', 'sip1:5060/tcp', 'sip1.example', 'A', 'true', NULL,
        1789632900),
       (4, 'D1', 'sip1:5060/tcp', 'sip1.example', 'AAAA', 'false', 'nodata',
        1789632900),
       (5, 'D1', 'sip2:5060/tcp', 'sip2.example', 'AAAA', 'true', NULL,
        1789632900),
       (6, 'D1', 'sip3:5060/tcp', 'sip3.example', 'AAAA', 'unknown', 'servfail',
        1789632900),
       (7, 'D1', 'imap:993/tcp', 'mail.example', 'AAAA', 'false', 'nodata',
        1789632900);
INSERT INTO probe_record (probe, value, number)
VALUES (1, 'sip1.example', 5060), (1, 'sip2.example', 5060),
       (1, 'sip3.example', 5060), (2, 'mail.example', 993),
       (5, '2001:db8::2', NULL);
