-- tables.sql: what was found, what is recorded (recorded.awk), and what another
-- program made of the recordings (expected.awk).
CREATE TABLE found_address (device, if_index INTEGER, family INTEGER, key,
	length TEXT);
CREATE TABLE found_neighbour (device, if_index INTEGER, family INTEGER, key,
	mac);
CREATE TABLE found_peer (device, instance INTEGER, key, remote_as INTEGER,
	state);
CREATE TABLE found_link (device, protocol, port INTEGER, remote INTEGER,
	is_linked INTEGER, if_name, if_descr, sys_name, device_id, sys_descr,
	chassis, port_id, port_description);

CREATE TABLE recorded_address (what, device, if_index INTEGER, key,
	length TEXT, source, why);
CREATE TABLE recorded_prefix (what, device, if_index INTEGER, key,
	length TEXT);
CREATE TABLE recorded_neighbour (what, device, if_index INTEGER, key, mac,
	source, why);
CREATE TABLE recorded_peer (what, device, instance INTEGER, key,
	remote_as INTEGER, state, source, why);
CREATE TABLE recorded_link (what, device, protocol, port INTEGER,
	remote INTEGER, name, source, why);

CREATE TABLE expected_address (device, if_index INTEGER, key, length TEXT,
	letters INTEGER, said);
CREATE TABLE expected_neighbour (device, key, mac, said);
CREATE TABLE expected_peer (device, key, remote_as INTEGER, state, said);
CREATE TABLE expected_link (device, protocol, if_name, if_descr, host, port,
	port_hex, mac, said);
CREATE INDEX address_recorded ON recorded_address (device, key);
CREATE INDEX neighbour_recorded ON recorded_neighbour (device, key);
CREATE INDEX address_found ON found_address (device, key);
CREATE INDEX neighbour_found ON found_neighbour (device, key);
