-- reset.sql: forgets everything derived, so that it can be derived anew.
--
-- Observed and stated rows stay; identities follow from other tables.

UPDATE adjacency
SET    interface = NULL,
       far_device = NULL,
       matched_by = NULL;

DELETE FROM subject;
DELETE FROM metric_class;
DELETE FROM metric;
DELETE FROM checklist_status;
DELETE FROM status_check;
DELETE FROM checklist_item;
DELETE FROM section;
DELETE FROM finding;
DELETE FROM rule;
DELETE FROM service_family;
DELETE FROM service;
DELETE FROM circuit;
DELETE FROM space;

DELETE FROM routed_neighbour;
DELETE FROM routed_link;
DELETE FROM link_evidence;
DELETE FROM link;
DELETE FROM cloud_port;
DELETE FROM cloud;
DELETE FROM segment_prefix;
DELETE FROM host_address;
DELETE FROM host;
DELETE FROM phone;
DELETE FROM segment_end;
DELETE FROM segment;
DELETE FROM site;

DELETE FROM device_identity;

DELETE FROM interface
WHERE  source <> 'agent';

DELETE FROM device
WHERE  source <> 'agent';

UPDATE interface
SET    vlan = NULL,
       class = NULL,
       class_note = NULL;

UPDATE device
SET    key = NULL,
       slug = NULL,
       name = NULL,
       role = NULL,
       tier = NULL,
       site = NULL,
       vendor = NULL,
       model = NULL,
       class = NULL,
       class_note = NULL,
       documented = NULL;
