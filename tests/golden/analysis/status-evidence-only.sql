-- statuses: of what only evidence can show, no answer changes anything
CREATE TRIGGER evidence_only AFTER INSERT ON checklist_item
WHEN NEW.id IN ('SV3', 'SV4')
BEGIN
	UPDATE checklist_item SET class = 'E' WHERE id = NEW.id;
END;
INSERT INTO fact_circuit (id, kind)
VALUES ('a no', 'uplink'), ('b none', 'uplink');
INSERT INTO fact_dns_zone (zone) VALUES ('8.b.d.0.1.0.0.2.ip6.arpa');
INSERT INTO probe (kind, target, name, record, result, at)
VALUES ('D1', '8.b.d.0.1.0.0.2.ip6.arpa', '8.b.d.0.1.0.0.2.ip6.arpa', 'NS',
        'true', 1789632900);
INSERT INTO fact_answer (item, circuit, value, by_name, date)
VALUES ('SV3', 'a no', 'no', 'R. Reed', 1786924800),
       ('SV4', 'a no', 'yes', 'R. Reed', 1786924800);
-- ask
SELECT item, circuit, evidence, status, is_conflict, qualifier, badge
FROM   checklist_status
WHERE  item IN ('SV3', 'SV4')
ORDER  BY item, circuit;
