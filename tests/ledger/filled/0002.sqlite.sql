BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0002');
CREATE TABLE arrivals (
	office VARCHAR(40) NOT NULL, 
	id CHAR(32) NOT NULL, 
	carrier VARCHAR(60) NOT NULL, 
	declared_count INTEGER NOT NULL, 
	arrived_at DATETIME NOT NULL, 
	department VARCHAR(20) NOT NULL, 
	list CHAR(32), 
	opened_by CHAR(32) NOT NULL, 
	opened_at DATETIME NOT NULL, 
	count INTEGER NOT NULL, 
	status VARCHAR(12) NOT NULL, 
	CONSTRAINT pk_arrivals PRIMARY KEY (office, id), 
	CONSTRAINT ck_arrivals_count_not_negative CHECK (count >= 0), 
	CONSTRAINT ck_arrivals_declared_positive CHECK (declared_count > 0), 
	CONSTRAINT fk_arrivals_office_department FOREIGN KEY(office, department) REFERENCES departments (office, id), 
	CONSTRAINT fk_arrivals_office_opened_by FOREIGN KEY(office, opened_by) REFERENCES people (office, id)
);
INSERT INTO "arrivals" VALUES('hall','6cdd7e12f5424af6a33179d9fb0f92bd','日本郵便',2,'2020-10-31 01:40:04.000000','02',NULL,'6426587c255a4da3a85a0842aa9cdf4c','2020-10-31 01:40:05.000000',2,'closed');
CREATE TABLE cases (
	office VARCHAR(40) NOT NULL, 
	id CHAR(32) NOT NULL, 
	what VARCHAR(30) NOT NULL, 
	author CHAR(32) NOT NULL, 
	opened_at DATETIME NOT NULL, 
	arrival CHAR(32), 
	item CHAR(32), 
	handover CHAR(32), 
	text TEXT, 
	scan JSON, 
	settled_by CHAR(32), 
	reason TEXT, 
	CONSTRAINT pk_cases PRIMARY KEY (office, id), 
	CONSTRAINT ck_cases_settled_with_reason CHECK ((settled_by IS NULL) = (reason IS NULL)), 
	CONSTRAINT fk_cases_office_arrival FOREIGN KEY(office, arrival) REFERENCES arrivals (office, id), 
	CONSTRAINT fk_cases_office_author FOREIGN KEY(office, author) REFERENCES people (office, id), 
	CONSTRAINT fk_cases_office_handover FOREIGN KEY(office, handover) REFERENCES handovers (office, id), 
	CONSTRAINT fk_cases_office_item FOREIGN KEY(office, item) REFERENCES items (office, id), 
	CONSTRAINT fk_cases_office_settled_by FOREIGN KEY(office, settled_by) REFERENCES people (office, id)
);
CREATE TABLE credentials (
	office VARCHAR(40) NOT NULL, 
	person CHAR(32) NOT NULL, 
	badge VARCHAR(40) NOT NULL, 
	pin_hash VARCHAR(200) NOT NULL, 
	failures INTEGER NOT NULL, 
	failed_at DATETIME, 
	CONSTRAINT pk_credentials PRIMARY KEY (office, person), 
	CONSTRAINT uq_credentials_office_badge UNIQUE (office, badge)
);
INSERT INTO "credentials" VALUES('hall','d8321d33b81346f698b54e9957a1bdda','STNYV2W2TZ3FVEJ','$argon2id$v=19$m=8,t=1,p=1$fSsEh35xKwEStiTz7H53hQ$KV+1FfIFsV6QEJEa6ehOJyRktCYYE/f1WVlq5jbhVCE',0,NULL);
INSERT INTO "credentials" VALUES('hall','e7244b30a9ea41cf8199204b971a5c35','STNEMRQKFDKY13G','$argon2id$v=19$m=8,t=1,p=1$f78XtRxb4deRsd07V2RFZg$jXHG4Kdo5PUPCcFpu8fDlMLCH3aHyeSPygux+pSbnE0',0,NULL);
INSERT INTO "credentials" VALUES('hall','6426587c255a4da3a85a0842aa9cdf4c','STN29RJWB0R001J','$argon2id$v=19$m=8,t=1,p=1$PeVVvrT56otnq2zHgy9ffw$0jD8w+BHkRA/PoaGQxbrA/b8QlE61Z9z10nwaCZktpE',0,NULL);
INSERT INTO "credentials" VALUES('hall','84537d18007841079d9d68f3cad4d4f8','STNG7X8H7XA2EK2','$argon2id$v=19$m=8,t=1,p=1$WfHVCzryjZVsA+jIE43KhQ$8lFahUr7aPdJZKx7z4DPh3nEW9ICpp7Pdb1KtTqX7Z8',0,NULL);
INSERT INTO "credentials" VALUES('hall','0ab98439d34f4d28b73c8749da48d4e9','STNJH55H1SHY7GN','$argon2id$v=19$m=8,t=1,p=1$/+yqUAOLeTptp5riD/2dxA$FpXiMQK0Baco877PAdYXWISSfL6Hya8bzy83/0sN1VU',0,NULL);
INSERT INTO "credentials" VALUES('hall','6316acef291945e586bcff4bba4c034c','STNG685TW5NVWRZ','$argon2id$v=19$m=8,t=1,p=1$lt3eeqRH9yD51ILGl96hXQ$4R5algz9JqxptVaWB+lIxUYQcLlZTsW/ITx/eoo+mvU',0,NULL);
INSERT INTO "credentials" VALUES('hall','11e6b6897c784a5fa3703edc8089c2b2','STN15BY1C3RAXF4','$argon2id$v=19$m=8,t=1,p=1$Zucob3DI1ZkfRbR3ZRC4Mw$OL1qzJtR19q75qA8fufjBu9mG5qV7L/cis418BWf9sw',0,NULL);
INSERT INTO "credentials" VALUES('hall','cfa9ec872ded41e68240748c961cdb70','STNHRDFBZ19KX96','$argon2id$v=19$m=8,t=1,p=1$oVAKEE8uXAI+twljOgZXPg$DYLBYbqzOZhC9hYdVjg08EQHap4CsJbDY073C1MZzDg',0,NULL);
CREATE TABLE departments (
	office VARCHAR(40) NOT NULL, 
	id VARCHAR(20) NOT NULL, 
	name VARCHAR(120) NOT NULL, 
	kana VARCHAR(240) NOT NULL, 
	aliases JSON NOT NULL, 
	sorts_mail BOOLEAN NOT NULL, 
	CONSTRAINT pk_departments PRIMARY KEY (office, id)
);
INSERT INTO "departments" VALUES('hall','01','宿直室','しゅくちょくしつ','[]',0);
INSERT INTO "departments" VALUES('hall','02','総務','そうむ','[]',1);
INSERT INTO "departments" VALUES('hall','03','出納室','すいとうしつ','["\u4f1a\u8a08\u8ab2"]',0);
INSERT INTO "departments" VALUES('hall','04','経営企画','けいえいきかく','["\u6c34\u9053"]',0);
CREATE TABLE expected_items (
	office VARCHAR(40) NOT NULL, 
	id CHAR(32) NOT NULL, 
	list CHAR(32) NOT NULL, 
	number VARCHAR(60) NOT NULL, 
	service VARCHAR(60) NOT NULL, 
	sender_id CHAR(32), 
	sender_digest VARCHAR(64), 
	addressee_id CHAR(32), 
	addressee_digest VARCHAR(64), 
	department VARCHAR(20), 
	seq BIGINT NOT NULL, 
	item CHAR(32), 
	CONSTRAINT pk_expected_items PRIMARY KEY (office, id), 
	CONSTRAINT fk_expected_items_office_department FOREIGN KEY(office, department) REFERENCES departments (office, id)
);
CREATE TABLE handover_items (
	office VARCHAR(40) NOT NULL, 
	handover CHAR(32) NOT NULL, 
	item CHAR(32) NOT NULL, 
	offered BOOLEAN NOT NULL, 
	received BOOLEAN NOT NULL, 
	CONSTRAINT pk_handover_items PRIMARY KEY (office, handover, item), 
	CONSTRAINT fk_handover_items_office_handover FOREIGN KEY(office, handover) REFERENCES handovers (office, id), 
	CONSTRAINT fk_handover_items_office_item FOREIGN KEY(office, item) REFERENCES items (office, id)
);
INSERT INTO "handover_items" VALUES('hall','12ca7a096f1644728fb4f845367a14d3','6e98d8294f5c4bfdbecfea7f075d2f61',1,1);
CREATE TABLE handovers (
	office VARCHAR(40) NOT NULL, 
	id CHAR(32) NOT NULL, 
	giver VARCHAR(20) NOT NULL, 
	receiver VARCHAR(20) NOT NULL, 
	opened_by CHAR(32) NOT NULL, 
	opened_at DATETIME NOT NULL, 
	phase VARCHAR(12) NOT NULL, 
	digest VARCHAR(64), 
	giver_signer CHAR(32), 
	receiver_signer CHAR(32), 
	sealed_at DATETIME, 
	CONSTRAINT pk_handovers PRIMARY KEY (office, id), 
	CONSTRAINT ck_handovers_sealed_is_signed CHECK (phase <> 'sealed' OR (giver_signer IS NOT NULL AND receiver_signer IS NOT NULL AND digest IS NOT NULL AND sealed_at IS NOT NULL)), 
	CONSTRAINT ck_handovers_two_departments CHECK (giver <> receiver), 
	CONSTRAINT ck_handovers_two_signers CHECK (giver_signer <> receiver_signer), 
	CONSTRAINT fk_handovers_office_giver FOREIGN KEY(office, giver) REFERENCES departments (office, id), 
	CONSTRAINT fk_handovers_office_giver_signer FOREIGN KEY(office, giver_signer) REFERENCES people (office, id), 
	CONSTRAINT fk_handovers_office_opened_by FOREIGN KEY(office, opened_by) REFERENCES people (office, id), 
	CONSTRAINT fk_handovers_office_receiver FOREIGN KEY(office, receiver) REFERENCES departments (office, id), 
	CONSTRAINT fk_handovers_office_receiver_signer FOREIGN KEY(office, receiver_signer) REFERENCES people (office, id)
);
INSERT INTO "handovers" VALUES('hall','12ca7a096f1644728fb4f845367a14d3','02','03','6426587c255a4da3a85a0842aa9cdf4c','2020-10-31 01:40:13.000000','sealed','c703ab4920c75774f0dc244da191cfb29df174653932ce49b9e420a7e35345e4','6426587c255a4da3a85a0842aa9cdf4c','6316acef291945e586bcff4bba4c034c','2020-10-31 01:40:19.000000');
CREATE TABLE heads (
	office VARCHAR(40) NOT NULL, 
	seq BIGINT NOT NULL, 
	hash VARCHAR(64) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_heads PRIMARY KEY (office)
);
INSERT INTO "heads" VALUES('hall',39,'b4482294b4b851ca48c5574536dd6613798ab5fbc0b97992ac7a04a999cc9d1a','2020-10-31 01:40:19.000000');
CREATE TABLE items (
	office VARCHAR(40) NOT NULL, 
	id CHAR(32) NOT NULL, 
	arrival CHAR(32) NOT NULL, 
	number VARCHAR(60) NOT NULL, 
	scan JSON NOT NULL, 
	expected CHAR(32), 
	taken_in_by CHAR(32) NOT NULL, 
	taken_in_at DATETIME NOT NULL, 
	taken_in_seq BIGINT NOT NULL, 
	holder VARCHAR(20) NOT NULL, 
	held_since DATETIME NOT NULL, 
	status VARCHAR(12) NOT NULL, 
	route VARCHAR(20), 
	route_first_by CHAR(32), 
	route_check_by CHAR(32), 
	first_by CHAR(32), 
	first_department VARCHAR(20), 
	check_by CHAR(32), 
	check_department VARCHAR(20), 
	undecided BOOLEAN NOT NULL, 
	handover CHAR(32), 
	CONSTRAINT pk_items PRIMARY KEY (office, id), 
	CONSTRAINT ck_items_words_by_two CHECK (first_by <> check_by), 
	CONSTRAINT ck_items_route_by_two CHECK (route IS NULL OR (route_first_by IS NOT NULL AND route_check_by IS NOT NULL AND route_first_by <> route_check_by)), 
	CONSTRAINT fk_items_office_arrival FOREIGN KEY(office, arrival) REFERENCES arrivals (office, id), 
	CONSTRAINT fk_items_office_expected FOREIGN KEY(office, expected) REFERENCES expected_items (office, id), 
	CONSTRAINT fk_items_office_handover FOREIGN KEY(office, handover) REFERENCES handovers (office, id), 
	CONSTRAINT fk_items_office_holder FOREIGN KEY(office, holder) REFERENCES departments (office, id), 
	CONSTRAINT fk_items_office_route FOREIGN KEY(office, route) REFERENCES departments (office, id), 
	CONSTRAINT fk_items_office_route_check_by FOREIGN KEY(office, route_check_by) REFERENCES people (office, id), 
	CONSTRAINT fk_items_office_route_first_by FOREIGN KEY(office, route_first_by) REFERENCES people (office, id), 
	CONSTRAINT fk_items_office_taken_in_by FOREIGN KEY(office, taken_in_by) REFERENCES people (office, id)
);
INSERT INTO "items" VALUES('hall','6e98d8294f5c4bfdbecfea7f075d2f61','6cdd7e12f5424af6a33179d9fb0f92bd','13112383852','{"text": "13112383852", "number": "13112383852", "families": ["japan_post_11", "dhl_11"], "symbology": "keyboard", "witnesses": ["scanner"], "why": "", "photo": null}',NULL,'6426587c255a4da3a85a0842aa9cdf4c','2020-10-31 01:40:06.000000',23,'03','2020-10-31 01:40:19.000000','held','03','6426587c255a4da3a85a0842aa9cdf4c','84537d18007841079d9d68f3cad4d4f8',NULL,NULL,NULL,NULL,0,NULL);
INSERT INTO "items" VALUES('hall','3494214187dd4a818479c0fdd611ec41','6cdd7e12f5424af6a33179d9fb0f92bd','20112345676','{"text": "20112345676", "number": "20112345676", "families": ["japan_post_11", "dhl_11"], "symbology": "keyboard", "witnesses": ["scanner"], "why": "", "photo": null}',NULL,'6426587c255a4da3a85a0842aa9cdf4c','2020-10-31 01:40:07.000000',24,'02','2020-10-31 01:40:07.000000','held','03','6426587c255a4da3a85a0842aa9cdf4c','84537d18007841079d9d68f3cad4d4f8',NULL,NULL,NULL,NULL,0,NULL);
CREATE TABLE journal (
	office VARCHAR(40) NOT NULL, 
	seq BIGINT NOT NULL, 
	deed CHAR(32) NOT NULL, 
	position INTEGER NOT NULL, 
	kind VARCHAR(60) NOT NULL, 
	body TEXT NOT NULL, 
	hash VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_journal PRIMARY KEY (office, seq), 
	CONSTRAINT ck_journal_seq_positive CHECK (seq > 0), 
	CONSTRAINT uq_journal_office_deed_position UNIQUE (office, deed, position)
);
INSERT INTO "journal" VALUES('hall',1,'aa7e4cb83c444dc7ac3fbaab29931f51',0,'office_founded','{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"aa7e4cb8-3c44-4dc7-ac3f-baab29931f51","department":null,"format":1,"kind":"office_founded","office":"hall","payload":{"name":"市役所"},"person":null,"position":0,"previous":"0000000000000000000000000000000000000000000000000000000000000000","seq":1,"terminal":"console","version":1}','2527d2bd05dba319c4887c01c84ba22ad3d652e793b232ba22f20f2db0699d8f');
INSERT INTO "journal" VALUES('hall',2,'aa7e4cb83c444dc7ac3fbaab29931f51',1,'department_opened','{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"aa7e4cb8-3c44-4dc7-ac3f-baab29931f51","department":null,"format":1,"kind":"department_opened","office":"hall","payload":{"aliases":[],"department":"01","kana":"しゅくちょくしつ","name":"宿直室","sorts_mail":false},"person":null,"position":1,"previous":"2527d2bd05dba319c4887c01c84ba22ad3d652e793b232ba22f20f2db0699d8f","seq":2,"terminal":"console","version":1}','0e78e10bca9c6f355e35c277f71cb853ed76a6b79645a63e98dd9337980b529d');
INSERT INTO "journal" VALUES('hall',3,'aa7e4cb83c444dc7ac3fbaab29931f51',2,'person_enrolled','{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"aa7e4cb8-3c44-4dc7-ac3f-baab29931f51","department":null,"format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"01","name":{"digest":"b02b66f175c307e893e1d5aeca0ede92e53da16c8d2c6abdcdef4fcb4beccd0f","id":"b3b70687-e2d6-4ea6-944d-cd0858f73c90"},"person":"d8321d33-b813-46f6-98b5-4e9957a1bdda","roles":["administrator"]},"person":null,"position":2,"previous":"0e78e10bca9c6f355e35c277f71cb853ed76a6b79645a63e98dd9337980b529d","seq":3,"terminal":"console","version":1}','86aca7130205b71311827576958b22e1a4003537533cedc7b7eb45634040dd08');
INSERT INTO "journal" VALUES('hall',4,'aa7e4cb83c444dc7ac3fbaab29931f51',3,'badge_issued','{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"aa7e4cb8-3c44-4dc7-ac3f-baab29931f51","department":null,"format":1,"kind":"badge_issued","office":"hall","payload":{"person":"d8321d33-b813-46f6-98b5-4e9957a1bdda"},"person":null,"position":3,"previous":"86aca7130205b71311827576958b22e1a4003537533cedc7b7eb45634040dd08","seq":4,"terminal":"console","version":1}','d19e3bbcf3cfd49bb711700857d4d54a52a155821d791cbde0329d3ae667f6cb');
INSERT INTO "journal" VALUES('hall',5,'19657a636d764e6dbecd20d504d5a6de',0,'department_opened','{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"19657a63-6d76-4e6d-becd-20d504d5a6de","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":[],"department":"02","kana":"そうむ","name":"総務","sorts_mail":true},"person":"d8321d33-b813-46f6-98b5-4e9957a1bdda","position":0,"previous":"d19e3bbcf3cfd49bb711700857d4d54a52a155821d791cbde0329d3ae667f6cb","seq":5,"terminal":"test","version":1}','5881c39fe717a8872122282dc5346687fdb2c5e707a17cc3f8fefd324076ee2b');
INSERT INTO "journal" VALUES('hall',6,'19657a636d764e6dbecd20d504d5a6de',1,'department_opened','{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"19657a63-6d76-4e6d-becd-20d504d5a6de","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":["会計課"],"department":"03","kana":"すいとうしつ","name":"出納室","sorts_mail":false},"person":"d8321d33-b813-46f6-98b5-4e9957a1bdda","position":1,"previous":"5881c39fe717a8872122282dc5346687fdb2c5e707a17cc3f8fefd324076ee2b","seq":6,"terminal":"test","version":1}','23bf75472909693b09717030ff0e22d5bafd3cf0ade739e5ae7123e66b776b79');
INSERT INTO "journal" VALUES('hall',7,'19657a636d764e6dbecd20d504d5a6de',2,'department_opened','{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"19657a63-6d76-4e6d-becd-20d504d5a6de","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":["水道"],"department":"04","kana":"けいえいきかく","name":"経営企画","sorts_mail":false},"person":"d8321d33-b813-46f6-98b5-4e9957a1bdda","position":2,"previous":"23bf75472909693b09717030ff0e22d5bafd3cf0ade739e5ae7123e66b776b79","seq":7,"terminal":"test","version":1}','a628e8472b397cebbc080e350d55c250876ab52509ed22a29d22c2dd5aa51803');
INSERT INTO "journal" VALUES('hall',8,'c4d1db1ca1a44995b8131bfcfa9fc064',0,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"c4d1db1c-a1a4-4995-b813-1bfcfa9fc064","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"01","name":{"digest":"9b085aee60ff9f819780b4adfb3548a57eb35b0696db97706535ae05c0717ebb","id":"ce61ad6a-9f9f-4614-98eb-373c51d8caf9"},"person":"e7244b30-a9ea-41cf-8199-204b971a5c35","roles":["duty_officer"]},"person":"d8321d33-b813-46f6-98b5-4e9957a1bdda","position":0,"previous":"a628e8472b397cebbc080e350d55c250876ab52509ed22a29d22c2dd5aa51803","seq":8,"terminal":"test","version":1}','21f8661a65c00ec698ce29cd22d9bfd266006ff06584acbedebe0422f6839ed3');
INSERT INTO "journal" VALUES('hall',9,'c4d1db1ca1a44995b8131bfcfa9fc064',1,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"c4d1db1c-a1a4-4995-b813-1bfcfa9fc064","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"7f977e1542ee56500dc63425bc60783a43173279cde17910149eb49964a0cac7","id":"eb51c76d-7e70-421e-baf7-2fa269950e85"},"person":"6426587c-255a-4da3-a85a-0842aa9cdf4c","roles":["clerk"]},"person":"d8321d33-b813-46f6-98b5-4e9957a1bdda","position":1,"previous":"21f8661a65c00ec698ce29cd22d9bfd266006ff06584acbedebe0422f6839ed3","seq":9,"terminal":"test","version":1}','1313d8bbfe1c2f5ebfeb69016b9498a06585650bd070c494bcbedb467e3e82d0');
INSERT INTO "journal" VALUES('hall',10,'c4d1db1ca1a44995b8131bfcfa9fc064',2,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"c4d1db1c-a1a4-4995-b813-1bfcfa9fc064","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"42464bf1a8113f5ddf23f35ef4e6114dacd9fb26dff637d5af09d7a68e9c349a","id":"2b962e13-a2f2-4e07-ab15-d4004efb56a4"},"person":"84537d18-0078-4107-9d9d-68f3cad4d4f8","roles":["clerk"]},"person":"d8321d33-b813-46f6-98b5-4e9957a1bdda","position":2,"previous":"1313d8bbfe1c2f5ebfeb69016b9498a06585650bd070c494bcbedb467e3e82d0","seq":10,"terminal":"test","version":1}','96ff4156ef2b014f774b1abd6d2cacce94cefbbaa19fdaea4cdcbcf4b4967067');
INSERT INTO "journal" VALUES('hall',11,'c4d1db1ca1a44995b8131bfcfa9fc064',3,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"c4d1db1c-a1a4-4995-b813-1bfcfa9fc064","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"4760b7694785d010b3583b3c2821d66b68f4d2907f9d8d509dd7ec547d453d0b","id":"28e679de-1249-4dcb-810c-e6ad555e55ad"},"person":"0ab98439-d34f-4d28-b73c-8749da48d4e9","roles":["supervisor"]},"person":"d8321d33-b813-46f6-98b5-4e9957a1bdda","position":3,"previous":"96ff4156ef2b014f774b1abd6d2cacce94cefbbaa19fdaea4cdcbcf4b4967067","seq":11,"terminal":"test","version":1}','5446f9e67611b61907ff5bf6547235fa704f21ac2baaacf1d38ee35f676aa246');
INSERT INTO "journal" VALUES('hall',12,'c4d1db1ca1a44995b8131bfcfa9fc064',4,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"c4d1db1c-a1a4-4995-b813-1bfcfa9fc064","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"03","name":{"digest":"a5f9bc5020a027123ec9a1c93c8a9e1375a329693fa4ccf7ec5e37f1ef74c625","id":"785c1b6a-1002-4dfd-b80f-487672d68be8"},"person":"6316acef-2919-45e5-86bc-ff4bba4c034c","roles":["receiver"]},"person":"d8321d33-b813-46f6-98b5-4e9957a1bdda","position":4,"previous":"5446f9e67611b61907ff5bf6547235fa704f21ac2baaacf1d38ee35f676aa246","seq":12,"terminal":"test","version":1}','cfa03cf4203f9b60a186441d78e784c576f3fa3bf588c7fb0c6ec445452aa887');
INSERT INTO "journal" VALUES('hall',13,'c4d1db1ca1a44995b8131bfcfa9fc064',5,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"c4d1db1c-a1a4-4995-b813-1bfcfa9fc064","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"04","name":{"digest":"160a70944007075bf07ab5ba8c91b46a233747ea73074f77db914e9c9b98dc8b","id":"eb715356-77a4-457d-90c1-e0edcdba6a2b"},"person":"11e6b689-7c78-4a5f-a370-3edc8089c2b2","roles":["receiver"]},"person":"d8321d33-b813-46f6-98b5-4e9957a1bdda","position":5,"previous":"cfa03cf4203f9b60a186441d78e784c576f3fa3bf588c7fb0c6ec445452aa887","seq":13,"terminal":"test","version":1}','192ba58df48c9610d052bc15133e6f5d9e5439200ffb40a31aa35f9e60200be4');
INSERT INTO "journal" VALUES('hall',14,'c4d1db1ca1a44995b8131bfcfa9fc064',6,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"c4d1db1c-a1a4-4995-b813-1bfcfa9fc064","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"04","name":{"digest":"dafe677eeb26de75342a9bcfad635f6e3baa4285bf3140b159fe35fd74258fe9","id":"d8477444-dfaa-4e0b-81d9-b4848b39a976"},"person":"cfa9ec87-2ded-41e6-8240-748c961cdb70","roles":["receiver"]},"person":"d8321d33-b813-46f6-98b5-4e9957a1bdda","position":6,"previous":"192ba58df48c9610d052bc15133e6f5d9e5439200ffb40a31aa35f9e60200be4","seq":14,"terminal":"test","version":1}','56d4730bca85ebfbdd01d69416fba185033fdfc38c08fd0b6b1c935c4534d9e4');
INSERT INTO "journal" VALUES('hall',15,'c4d1db1ca1a44995b8131bfcfa9fc064',7,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"c4d1db1c-a1a4-4995-b813-1bfcfa9fc064","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"e7244b30-a9ea-41cf-8199-204b971a5c35"},"person":"d8321d33-b813-46f6-98b5-4e9957a1bdda","position":7,"previous":"56d4730bca85ebfbdd01d69416fba185033fdfc38c08fd0b6b1c935c4534d9e4","seq":15,"terminal":"test","version":1}','2b3f71fdce34167da637a9d591345261beeaf32291bf3e2dc89c62d54850b790');
INSERT INTO "journal" VALUES('hall',16,'c4d1db1ca1a44995b8131bfcfa9fc064',8,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"c4d1db1c-a1a4-4995-b813-1bfcfa9fc064","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"6426587c-255a-4da3-a85a-0842aa9cdf4c"},"person":"d8321d33-b813-46f6-98b5-4e9957a1bdda","position":8,"previous":"2b3f71fdce34167da637a9d591345261beeaf32291bf3e2dc89c62d54850b790","seq":16,"terminal":"test","version":1}','1d7b84d865521224633b37726cd04e852a93136b59f88e4de60d9ac065e3acb2');
INSERT INTO "journal" VALUES('hall',17,'c4d1db1ca1a44995b8131bfcfa9fc064',9,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"c4d1db1c-a1a4-4995-b813-1bfcfa9fc064","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"84537d18-0078-4107-9d9d-68f3cad4d4f8"},"person":"d8321d33-b813-46f6-98b5-4e9957a1bdda","position":9,"previous":"1d7b84d865521224633b37726cd04e852a93136b59f88e4de60d9ac065e3acb2","seq":17,"terminal":"test","version":1}','510818088611c7eefd9c871a1e759d9e14686a2a4187db8024a3be8c8874b664');
INSERT INTO "journal" VALUES('hall',18,'c4d1db1ca1a44995b8131bfcfa9fc064',10,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"c4d1db1c-a1a4-4995-b813-1bfcfa9fc064","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"0ab98439-d34f-4d28-b73c-8749da48d4e9"},"person":"d8321d33-b813-46f6-98b5-4e9957a1bdda","position":10,"previous":"510818088611c7eefd9c871a1e759d9e14686a2a4187db8024a3be8c8874b664","seq":18,"terminal":"test","version":1}','a81124e2f491b1351fef5aee2846ddf2c4a99af4c331034029e0192ccb485332');
INSERT INTO "journal" VALUES('hall',19,'c4d1db1ca1a44995b8131bfcfa9fc064',11,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"c4d1db1c-a1a4-4995-b813-1bfcfa9fc064","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"6316acef-2919-45e5-86bc-ff4bba4c034c"},"person":"d8321d33-b813-46f6-98b5-4e9957a1bdda","position":11,"previous":"a81124e2f491b1351fef5aee2846ddf2c4a99af4c331034029e0192ccb485332","seq":19,"terminal":"test","version":1}','56b8d6a381f27439fa19ef0842518e7365ae249a30cadf5c682291c8fd3ec37f');
INSERT INTO "journal" VALUES('hall',20,'c4d1db1ca1a44995b8131bfcfa9fc064',12,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"c4d1db1c-a1a4-4995-b813-1bfcfa9fc064","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"11e6b689-7c78-4a5f-a370-3edc8089c2b2"},"person":"d8321d33-b813-46f6-98b5-4e9957a1bdda","position":12,"previous":"56b8d6a381f27439fa19ef0842518e7365ae249a30cadf5c682291c8fd3ec37f","seq":20,"terminal":"test","version":1}','9070fc420a4119651454993d0307344eae678c6b96d0c34f76ac034883df06ca');
INSERT INTO "journal" VALUES('hall',21,'c4d1db1ca1a44995b8131bfcfa9fc064',13,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"c4d1db1c-a1a4-4995-b813-1bfcfa9fc064","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"cfa9ec87-2ded-41e6-8240-748c961cdb70"},"person":"d8321d33-b813-46f6-98b5-4e9957a1bdda","position":13,"previous":"9070fc420a4119651454993d0307344eae678c6b96d0c34f76ac034883df06ca","seq":21,"terminal":"test","version":1}','f1e1d56381cb3b33ea261b97a856a6d3d5823a7f230b9769e0eab177b76fc076');
INSERT INTO "journal" VALUES('hall',22,'6cdd7e12f5424af6a33179d9fb0f92bd',0,'arrival_opened','{"act":"open_arrival","at":"2020-10-31T01:40:05.000000Z","deed":"6cdd7e12-f542-4af6-a331-79d9fb0f92bd","department":"02","format":1,"kind":"arrival_opened","office":"hall","payload":{"arrival":"6cdd7e12-f542-4af6-a331-79d9fb0f92bd","arrived_at":"2020-10-31T01:40:04Z","carrier":"日本郵便","declared_count":2,"department":"02","list":null},"person":"6426587c-255a-4da3-a85a-0842aa9cdf4c","position":0,"previous":"f1e1d56381cb3b33ea261b97a856a6d3d5823a7f230b9769e0eab177b76fc076","seq":22,"terminal":"test","version":1}','218ff510b888daad99f77035187f844bc7ce827a1db90687148de5b40bd42312');
INSERT INTO "journal" VALUES('hall',23,'6e98d8294f5c4bfdbecfea7f075d2f61',0,'item_taken_in','{"act":"take_in","at":"2020-10-31T01:40:06.000000Z","deed":"6e98d829-4f5c-4bfd-becf-ea7f075d2f61","department":"02","format":1,"kind":"item_taken_in","office":"hall","payload":{"arrival":"6cdd7e12-f542-4af6-a331-79d9fb0f92bd","expected":null,"item":"6e98d829-4f5c-4bfd-becf-ea7f075d2f61","scan":{"families":["japan_post_11","dhl_11"],"number":"13112383852","photo":null,"symbology":"keyboard","text":"13112383852","why":"","witnesses":["scanner"]}},"person":"6426587c-255a-4da3-a85a-0842aa9cdf4c","position":0,"previous":"218ff510b888daad99f77035187f844bc7ce827a1db90687148de5b40bd42312","seq":23,"terminal":"test","version":1}','c266c58274d893715d2f7bf66c4838f5fc4ec6c1ecd99e96746b7d8a4955585f');
INSERT INTO "journal" VALUES('hall',24,'3494214187dd4a818479c0fdd611ec41',0,'item_taken_in','{"act":"take_in","at":"2020-10-31T01:40:07.000000Z","deed":"34942141-87dd-4a81-8479-c0fdd611ec41","department":"02","format":1,"kind":"item_taken_in","office":"hall","payload":{"arrival":"6cdd7e12-f542-4af6-a331-79d9fb0f92bd","expected":null,"item":"34942141-87dd-4a81-8479-c0fdd611ec41","scan":{"families":["japan_post_11","dhl_11"],"number":"20112345676","photo":null,"symbology":"keyboard","text":"20112345676","why":"","witnesses":["scanner"]}},"person":"6426587c-255a-4da3-a85a-0842aa9cdf4c","position":0,"previous":"c266c58274d893715d2f7bf66c4838f5fc4ec6c1ecd99e96746b7d8a4955585f","seq":24,"terminal":"test","version":1}','06d5e3b257dd27bbf908591025fb43f16bb3475f65b1092bcd102e8f87ecf02b');
INSERT INTO "journal" VALUES('hall',25,'ef2610a7ae254965aa033f39c8788083',0,'arrival_closed','{"act":"close_arrival","at":"2020-10-31T01:40:08.000000Z","deed":"ef2610a7-ae25-4965-aa03-3f39c8788083","department":"02","format":1,"kind":"arrival_closed","office":"hall","payload":{"arrival":"6cdd7e12-f542-4af6-a331-79d9fb0f92bd","count":2},"person":"6426587c-255a-4da3-a85a-0842aa9cdf4c","position":0,"previous":"06d5e3b257dd27bbf908591025fb43f16bb3475f65b1092bcd102e8f87ecf02b","seq":25,"terminal":"test","version":1}','f60551005ee14a9624862c833b10aeebc97ed7b35aca4f2ebf9ca3c05a99fdfe');
INSERT INTO "journal" VALUES('hall',26,'ebda9e3687ac44a8aed74ada58cbf94e',0,'first_entry_made','{"act":"enter_first","at":"2020-10-31T01:40:09.000000Z","deed":"ebda9e36-87ac-44a8-aed7-4ada58cbf94e","department":"02","format":1,"kind":"first_entry_made","office":"hall","payload":{"department":"03","item":"6e98d829-4f5c-4bfd-becf-ea7f075d2f61"},"person":"6426587c-255a-4da3-a85a-0842aa9cdf4c","position":0,"previous":"f60551005ee14a9624862c833b10aeebc97ed7b35aca4f2ebf9ca3c05a99fdfe","seq":26,"terminal":"test","version":1}','aa9a5ccade02cc29c431109bbb1725bf611e84651fa07aeacbe738ef6069704e');
INSERT INTO "journal" VALUES('hall',27,'cc17dfc3324c4450adfbbd9cde485020',0,'check_entry_made','{"act":"enter_check","at":"2020-10-31T01:40:10.000000Z","deed":"cc17dfc3-324c-4450-adfb-bd9cde485020","department":"02","format":1,"kind":"check_entry_made","office":"hall","payload":{"department":"03","item":"6e98d829-4f5c-4bfd-becf-ea7f075d2f61"},"person":"84537d18-0078-4107-9d9d-68f3cad4d4f8","position":0,"previous":"aa9a5ccade02cc29c431109bbb1725bf611e84651fa07aeacbe738ef6069704e","seq":27,"terminal":"test","version":1}','3a81630402fc4b658640f4e4613c83976f9dee54f97ad98627e6919ae107a87c');
INSERT INTO "journal" VALUES('hall',28,'cc17dfc3324c4450adfbbd9cde485020',1,'item_routed','{"act":"enter_check","at":"2020-10-31T01:40:10.000000Z","deed":"cc17dfc3-324c-4450-adfb-bd9cde485020","department":"02","format":1,"kind":"item_routed","office":"hall","payload":{"check_by":"84537d18-0078-4107-9d9d-68f3cad4d4f8","department":"03","first_by":"6426587c-255a-4da3-a85a-0842aa9cdf4c","item":"6e98d829-4f5c-4bfd-becf-ea7f075d2f61"},"person":"84537d18-0078-4107-9d9d-68f3cad4d4f8","position":1,"previous":"3a81630402fc4b658640f4e4613c83976f9dee54f97ad98627e6919ae107a87c","seq":28,"terminal":"test","version":1}','e298aab447ecc7962ae117bbb27f4aba31ab97f072dadc8f5b0164c83314f4f7');
INSERT INTO "journal" VALUES('hall',29,'0d0e387d9af64d15b72aead7d9e0632b',0,'first_entry_made','{"act":"enter_first","at":"2020-10-31T01:40:11.000000Z","deed":"0d0e387d-9af6-4d15-b72a-ead7d9e0632b","department":"02","format":1,"kind":"first_entry_made","office":"hall","payload":{"department":"03","item":"34942141-87dd-4a81-8479-c0fdd611ec41"},"person":"6426587c-255a-4da3-a85a-0842aa9cdf4c","position":0,"previous":"e298aab447ecc7962ae117bbb27f4aba31ab97f072dadc8f5b0164c83314f4f7","seq":29,"terminal":"test","version":1}','7b9924b2d422ce167922d75b8d614fd525e018d37adefd1dd81d7a96b862b6b7');
INSERT INTO "journal" VALUES('hall',30,'9f48d819e3a2476681400dd9188c874e',0,'check_entry_made','{"act":"enter_check","at":"2020-10-31T01:40:12.000000Z","deed":"9f48d819-e3a2-4766-8140-0dd9188c874e","department":"02","format":1,"kind":"check_entry_made","office":"hall","payload":{"department":"03","item":"34942141-87dd-4a81-8479-c0fdd611ec41"},"person":"84537d18-0078-4107-9d9d-68f3cad4d4f8","position":0,"previous":"7b9924b2d422ce167922d75b8d614fd525e018d37adefd1dd81d7a96b862b6b7","seq":30,"terminal":"test","version":1}','6122c6488a64f4d93edf9c99cdc2cf09185d29a656fbd7286ce07d99e68e1b57');
INSERT INTO "journal" VALUES('hall',31,'9f48d819e3a2476681400dd9188c874e',1,'item_routed','{"act":"enter_check","at":"2020-10-31T01:40:12.000000Z","deed":"9f48d819-e3a2-4766-8140-0dd9188c874e","department":"02","format":1,"kind":"item_routed","office":"hall","payload":{"check_by":"84537d18-0078-4107-9d9d-68f3cad4d4f8","department":"03","first_by":"6426587c-255a-4da3-a85a-0842aa9cdf4c","item":"34942141-87dd-4a81-8479-c0fdd611ec41"},"person":"84537d18-0078-4107-9d9d-68f3cad4d4f8","position":1,"previous":"6122c6488a64f4d93edf9c99cdc2cf09185d29a656fbd7286ce07d99e68e1b57","seq":31,"terminal":"test","version":1}','1d640a7d9e48e805a4663a695d7f7f84c5ffc4826b418188a4892fd64ff45474');
INSERT INTO "journal" VALUES('hall',32,'12ca7a096f1644728fb4f845367a14d3',0,'handover_opened','{"act":"open_handover","at":"2020-10-31T01:40:13.000000Z","deed":"12ca7a09-6f16-4472-8fb4-f845367a14d3","department":"02","format":1,"kind":"handover_opened","office":"hall","payload":{"giver":"02","handover":"12ca7a09-6f16-4472-8fb4-f845367a14d3","receiver":"03"},"person":"6426587c-255a-4da3-a85a-0842aa9cdf4c","position":0,"previous":"1d640a7d9e48e805a4663a695d7f7f84c5ffc4826b418188a4892fd64ff45474","seq":32,"terminal":"test","version":1}','6991523fcca2312a18319fb435943f94dc8b34aeec4174e2d928aaffc958da4b');
INSERT INTO "journal" VALUES('hall',33,'672135c60a5c46d9909f40518a5337ff',0,'item_offered','{"act":"offer","at":"2020-10-31T01:40:14.000000Z","deed":"672135c6-0a5c-46d9-909f-40518a5337ff","department":"02","format":1,"kind":"item_offered","office":"hall","payload":{"handover":"12ca7a09-6f16-4472-8fb4-f845367a14d3","item":"6e98d829-4f5c-4bfd-becf-ea7f075d2f61"},"person":"6426587c-255a-4da3-a85a-0842aa9cdf4c","position":0,"previous":"6991523fcca2312a18319fb435943f94dc8b34aeec4174e2d928aaffc958da4b","seq":33,"terminal":"test","version":1}','8a57cffd7d1adac7149994a837bb8f11dcf987ab7031b68b9c753372f1287506');
INSERT INTO "journal" VALUES('hall',34,'96179189aee443a7a99d34da76f64aa6',0,'set_offered','{"act":"finish_offer","at":"2020-10-31T01:40:15.000000Z","deed":"96179189-aee4-43a7-a99d-34da76f64aa6","department":"02","format":1,"kind":"set_offered","office":"hall","payload":{"count":1,"handover":"12ca7a09-6f16-4472-8fb4-f845367a14d3"},"person":"6426587c-255a-4da3-a85a-0842aa9cdf4c","position":0,"previous":"8a57cffd7d1adac7149994a837bb8f11dcf987ab7031b68b9c753372f1287506","seq":34,"terminal":"test","version":1}','0e5421a850ec464e9f0c24883f267182f919860914d1c51df39ca8d9011867b8');
INSERT INTO "journal" VALUES('hall',35,'7c0b39a0b48440b5927d1ec7775fc10b',0,'item_received','{"act":"receive","at":"2020-10-31T01:40:16.000000Z","deed":"7c0b39a0-b484-40b5-927d-1ec7775fc10b","department":"03","format":1,"kind":"item_received","office":"hall","payload":{"handover":"12ca7a09-6f16-4472-8fb4-f845367a14d3","item":"6e98d829-4f5c-4bfd-becf-ea7f075d2f61"},"person":"6316acef-2919-45e5-86bc-ff4bba4c034c","position":0,"previous":"0e5421a850ec464e9f0c24883f267182f919860914d1c51df39ca8d9011867b8","seq":35,"terminal":"test","version":1}','d11738a890b978824bff47ef74b9d88abda34857b07c05d94cd7ceeb88d02bdd');
INSERT INTO "journal" VALUES('hall',36,'cf204a08c1c545948a3fcda5f7f195be',0,'count_finished','{"act":"finish_count","at":"2020-10-31T01:40:17.000000Z","deed":"cf204a08-c1c5-4594-8a3f-cda5f7f195be","department":"03","format":1,"kind":"count_finished","office":"hall","payload":{"digest":"c703ab4920c75774f0dc244da191cfb29df174653932ce49b9e420a7e35345e4","extra":[],"handover":"12ca7a09-6f16-4472-8fb4-f845367a14d3","missing":[],"offered_count":1,"received_count":1},"person":"6316acef-2919-45e5-86bc-ff4bba4c034c","position":0,"previous":"d11738a890b978824bff47ef74b9d88abda34857b07c05d94cd7ceeb88d02bdd","seq":36,"terminal":"test","version":1}','7e12870a592dddfade0dc70a6f1654935615aeb941434371f8f2258dcd404b57');
INSERT INTO "journal" VALUES('hall',37,'388a5e3a7047496e8a60454f38f0bf15',0,'handover_signed','{"act":"sign","at":"2020-10-31T01:40:18.000000Z","deed":"388a5e3a-7047-496e-8a60-454f38f0bf15","department":"02","format":1,"kind":"handover_signed","office":"hall","payload":{"digest":"c703ab4920c75774f0dc244da191cfb29df174653932ce49b9e420a7e35345e4","handover":"12ca7a09-6f16-4472-8fb4-f845367a14d3","side":"giver","signer":"6426587c-255a-4da3-a85a-0842aa9cdf4c"},"person":"6426587c-255a-4da3-a85a-0842aa9cdf4c","position":0,"previous":"7e12870a592dddfade0dc70a6f1654935615aeb941434371f8f2258dcd404b57","seq":37,"terminal":"test","version":1}','2dd2035b409fa85256fbad0741cdef90dfb1f52f0c0633e26676e47322912c45');
INSERT INTO "journal" VALUES('hall',38,'de1f05d36a3042c1a5f25f40bbbc3869',0,'handover_signed','{"act":"sign","at":"2020-10-31T01:40:19.000000Z","deed":"de1f05d3-6a30-42c1-a5f2-5f40bbbc3869","department":"03","format":1,"kind":"handover_signed","office":"hall","payload":{"digest":"c703ab4920c75774f0dc244da191cfb29df174653932ce49b9e420a7e35345e4","handover":"12ca7a09-6f16-4472-8fb4-f845367a14d3","side":"receiver","signer":"6316acef-2919-45e5-86bc-ff4bba4c034c"},"person":"6316acef-2919-45e5-86bc-ff4bba4c034c","position":0,"previous":"2dd2035b409fa85256fbad0741cdef90dfb1f52f0c0633e26676e47322912c45","seq":38,"terminal":"test","version":1}','c3cbf76417e0b93b7c610457c5562961563758f17eefe2e8d38c6c224b35b163');
INSERT INTO "journal" VALUES('hall',39,'de1f05d36a3042c1a5f25f40bbbc3869',1,'handover_sealed','{"act":"sign","at":"2020-10-31T01:40:19.000000Z","deed":"de1f05d3-6a30-42c1-a5f2-5f40bbbc3869","department":"03","format":1,"kind":"handover_sealed","office":"hall","payload":{"digest":"c703ab4920c75774f0dc244da191cfb29df174653932ce49b9e420a7e35345e4","giver":"02","giver_signer":"6426587c-255a-4da3-a85a-0842aa9cdf4c","handover":"12ca7a09-6f16-4472-8fb4-f845367a14d3","items":["6e98d829-4f5c-4bfd-becf-ea7f075d2f61"],"receiver":"03","receiver_signer":"6316acef-2919-45e5-86bc-ff4bba4c034c"},"person":"6316acef-2919-45e5-86bc-ff4bba4c034c","position":1,"previous":"c3cbf76417e0b93b7c610457c5562961563758f17eefe2e8d38c6c224b35b163","seq":39,"terminal":"test","version":1}','b4482294b4b851ca48c5574536dd6613798ab5fbc0b97992ac7a04a999cc9d1a');
CREATE TABLE people (
	office VARCHAR(40) NOT NULL, 
	id CHAR(32) NOT NULL, 
	name_id CHAR(32) NOT NULL, 
	name_digest VARCHAR(64) NOT NULL, 
	department VARCHAR(20) NOT NULL, 
	roles JSON NOT NULL, 
	has_badge BOOLEAN NOT NULL, 
	CONSTRAINT pk_people PRIMARY KEY (office, id), 
	CONSTRAINT fk_people_office_department FOREIGN KEY(office, department) REFERENCES departments (office, id)
);
INSERT INTO "people" VALUES('hall','d8321d33b81346f698b54e9957a1bdda','b3b70687e2d64ea6944dcd0858f73c90','b02b66f175c307e893e1d5aeca0ede92e53da16c8d2c6abdcdef4fcb4beccd0f','01','["administrator"]',1);
INSERT INTO "people" VALUES('hall','e7244b30a9ea41cf8199204b971a5c35','ce61ad6a9f9f461498eb373c51d8caf9','9b085aee60ff9f819780b4adfb3548a57eb35b0696db97706535ae05c0717ebb','01','["duty_officer"]',1);
INSERT INTO "people" VALUES('hall','6426587c255a4da3a85a0842aa9cdf4c','eb51c76d7e70421ebaf72fa269950e85','7f977e1542ee56500dc63425bc60783a43173279cde17910149eb49964a0cac7','02','["clerk"]',1);
INSERT INTO "people" VALUES('hall','84537d18007841079d9d68f3cad4d4f8','2b962e13a2f24e07ab15d4004efb56a4','42464bf1a8113f5ddf23f35ef4e6114dacd9fb26dff637d5af09d7a68e9c349a','02','["clerk"]',1);
INSERT INTO "people" VALUES('hall','0ab98439d34f4d28b73c8749da48d4e9','28e679de12494dcb810ce6ad555e55ad','4760b7694785d010b3583b3c2821d66b68f4d2907f9d8d509dd7ec547d453d0b','02','["supervisor"]',1);
INSERT INTO "people" VALUES('hall','6316acef291945e586bcff4bba4c034c','785c1b6a10024dfdb80f487672d68be8','a5f9bc5020a027123ec9a1c93c8a9e1375a329693fa4ccf7ec5e37f1ef74c625','03','["receiver"]',1);
INSERT INTO "people" VALUES('hall','11e6b6897c784a5fa3703edc8089c2b2','eb71535677a4457d90c1e0edcdba6a2b','160a70944007075bf07ab5ba8c91b46a233747ea73074f77db914e9c9b98dc8b','04','["receiver"]',1);
INSERT INTO "people" VALUES('hall','cfa9ec872ded41e68240748c961cdb70','d8477444dfaa4e0b81d9b4848b39a976','dafe677eeb26de75342a9bcfad635f6e3baa4285bf3140b159fe35fd74258fe9','04','["receiver"]',1);
CREATE TABLE personal_data (
	office VARCHAR(40) NOT NULL, 
	id CHAR(32) NOT NULL, 
	media_type VARCHAR(60) NOT NULL, 
	salt BLOB NOT NULL, 
	value BLOB NOT NULL, 
	kept_since DATETIME NOT NULL, 
	CONSTRAINT pk_personal_data PRIMARY KEY (office, id)
);
INSERT INTO "personal_data" VALUES('hall','b3b70687e2d64ea6944dcd0858f73c90','text/plain; charset=utf-8',X'484F784D4758360587F70AC872A596DA',X'E7AEA1E79086E88085','2020-10-31 01:40:01.000000');
INSERT INTO "personal_data" VALUES('hall','ce61ad6a9f9f461498eb373c51d8caf9','text/plain; charset=utf-8',X'7F0FC8A0A3F2984F404D76004C4B6682',X'64757479','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','785c1b6a10024dfdb80f487672d68be8','text/plain; charset=utf-8',X'38157067C02A5EB1E0B863ECD464817F',X'747265617375726572','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','2b962e13a2f24e07ab15d4004efb56a4','text/plain; charset=utf-8',X'94E3D7AA41B17B8F8BB009D53D2AF157',X'636C65726B32','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','d8477444dfaa4e0b81d9b4848b39a976','text/plain; charset=utf-8',X'FBFF3EAE5118ECA265C62A007B0ACAD1',X'776174657232','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','eb71535677a4457d90c1e0edcdba6a2b','text/plain; charset=utf-8',X'9A3BD1387C62303F4426E79A523E0303',X'7761746572','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','28e679de12494dcb810ce6ad555e55ad','text/plain; charset=utf-8',X'273BEC51DACABADB29D582EBAAEB68D7',X'73757065727669736F72','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','eb51c76d7e70421ebaf72fa269950e85','text/plain; charset=utf-8',X'1CD057CF4C16D99E784898B3598616B6',X'636C65726B','2020-10-31 01:40:03.000000');
CREATE TABLE sessions (
	office VARCHAR(40) NOT NULL, 
	token_hash VARCHAR(64) NOT NULL, 
	person CHAR(32) NOT NULL, 
	terminal VARCHAR(60) NOT NULL, 
	opened_at DATETIME NOT NULL, 
	seen_at DATETIME NOT NULL, 
	CONSTRAINT pk_sessions PRIMARY KEY (office, token_hash)
);
CREATE TABLE subjects (
	office VARCHAR(40) NOT NULL, 
	subject CHAR(32) NOT NULL, 
	seq BIGINT NOT NULL, 
	CONSTRAINT pk_subjects PRIMARY KEY (office, subject, seq)
);
INSERT INTO "subjects" VALUES('hall','d8321d33b81346f698b54e9957a1bdda',3);
INSERT INTO "subjects" VALUES('hall','d8321d33b81346f698b54e9957a1bdda',4);
INSERT INTO "subjects" VALUES('hall','e7244b30a9ea41cf8199204b971a5c35',8);
INSERT INTO "subjects" VALUES('hall','6426587c255a4da3a85a0842aa9cdf4c',9);
INSERT INTO "subjects" VALUES('hall','84537d18007841079d9d68f3cad4d4f8',10);
INSERT INTO "subjects" VALUES('hall','0ab98439d34f4d28b73c8749da48d4e9',11);
INSERT INTO "subjects" VALUES('hall','6316acef291945e586bcff4bba4c034c',12);
INSERT INTO "subjects" VALUES('hall','11e6b6897c784a5fa3703edc8089c2b2',13);
INSERT INTO "subjects" VALUES('hall','cfa9ec872ded41e68240748c961cdb70',14);
INSERT INTO "subjects" VALUES('hall','e7244b30a9ea41cf8199204b971a5c35',15);
INSERT INTO "subjects" VALUES('hall','6426587c255a4da3a85a0842aa9cdf4c',16);
INSERT INTO "subjects" VALUES('hall','84537d18007841079d9d68f3cad4d4f8',17);
INSERT INTO "subjects" VALUES('hall','0ab98439d34f4d28b73c8749da48d4e9',18);
INSERT INTO "subjects" VALUES('hall','6316acef291945e586bcff4bba4c034c',19);
INSERT INTO "subjects" VALUES('hall','11e6b6897c784a5fa3703edc8089c2b2',20);
INSERT INTO "subjects" VALUES('hall','cfa9ec872ded41e68240748c961cdb70',21);
INSERT INTO "subjects" VALUES('hall','6cdd7e12f5424af6a33179d9fb0f92bd',22);
INSERT INTO "subjects" VALUES('hall','6e98d8294f5c4bfdbecfea7f075d2f61',23);
INSERT INTO "subjects" VALUES('hall','6cdd7e12f5424af6a33179d9fb0f92bd',23);
INSERT INTO "subjects" VALUES('hall','3494214187dd4a818479c0fdd611ec41',24);
INSERT INTO "subjects" VALUES('hall','6cdd7e12f5424af6a33179d9fb0f92bd',24);
INSERT INTO "subjects" VALUES('hall','6cdd7e12f5424af6a33179d9fb0f92bd',25);
INSERT INTO "subjects" VALUES('hall','6e98d8294f5c4bfdbecfea7f075d2f61',26);
INSERT INTO "subjects" VALUES('hall','6e98d8294f5c4bfdbecfea7f075d2f61',27);
INSERT INTO "subjects" VALUES('hall','6e98d8294f5c4bfdbecfea7f075d2f61',28);
INSERT INTO "subjects" VALUES('hall','3494214187dd4a818479c0fdd611ec41',29);
INSERT INTO "subjects" VALUES('hall','3494214187dd4a818479c0fdd611ec41',30);
INSERT INTO "subjects" VALUES('hall','3494214187dd4a818479c0fdd611ec41',31);
INSERT INTO "subjects" VALUES('hall','12ca7a096f1644728fb4f845367a14d3',32);
INSERT INTO "subjects" VALUES('hall','6e98d8294f5c4bfdbecfea7f075d2f61',33);
INSERT INTO "subjects" VALUES('hall','12ca7a096f1644728fb4f845367a14d3',33);
INSERT INTO "subjects" VALUES('hall','12ca7a096f1644728fb4f845367a14d3',34);
INSERT INTO "subjects" VALUES('hall','6e98d8294f5c4bfdbecfea7f075d2f61',35);
INSERT INTO "subjects" VALUES('hall','12ca7a096f1644728fb4f845367a14d3',35);
INSERT INTO "subjects" VALUES('hall','12ca7a096f1644728fb4f845367a14d3',36);
INSERT INTO "subjects" VALUES('hall','12ca7a096f1644728fb4f845367a14d3',37);
INSERT INTO "subjects" VALUES('hall','12ca7a096f1644728fb4f845367a14d3',38);
INSERT INTO "subjects" VALUES('hall','6e98d8294f5c4bfdbecfea7f075d2f61',39);
INSERT INTO "subjects" VALUES('hall','12ca7a096f1644728fb4f845367a14d3',39);
CREATE INDEX ix_expected_items_office_list ON expected_items (office, list);
CREATE INDEX ix_expected_items_office_number ON expected_items (office, number);
CREATE INDEX ix_arrivals_office_status ON arrivals (office, status);
CREATE INDEX ix_handovers_office_phase ON handovers (office, phase);
CREATE INDEX ix_items_office_arrival ON items (office, arrival);
CREATE INDEX ix_items_office_holder_status ON items (office, holder, status);
CREATE INDEX ix_items_office_number ON items (office, number);
CREATE INDEX ix_cases_office_arrival ON cases (office, arrival);
CREATE INDEX ix_cases_office_handover ON cases (office, handover);
CREATE INDEX ix_cases_office_item ON cases (office, item);
CREATE INDEX ix_handover_items_office_item ON handover_items (office, item);
CREATE TRIGGER journal_refuses_update BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'law: the journal is append-only'); END;
CREATE TRIGGER journal_refuses_delete BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'law: the journal is append-only'); END;
CREATE TRIGGER journal_in_order BEFORE INSERT ON journal
    WHEN NEW.seq <> 1 + COALESCE((SELECT MAX(seq) FROM journal WHERE office = NEW.office), 0)
    BEGIN SELECT RAISE(ABORT, 'law: the journal has no gap and no second line'); END;
CREATE TRIGGER handovers_seal_equal_sets BEFORE UPDATE ON handovers
    WHEN NEW.phase = 'sealed' AND (
        NOT EXISTS (SELECT 1 FROM handover_items p
            WHERE p.office = NEW.office AND p.handover = NEW.id AND p.offered)
        OR EXISTS (SELECT 1 FROM handover_items p
            WHERE p.office = NEW.office AND p.handover = NEW.id AND p.offered <> p.received))
    BEGIN SELECT RAISE(ABORT, 'law: a sealed handover has two equal sets'); END;
CREATE TRIGGER handovers_begin_unsealed BEFORE INSERT ON handovers
    WHEN NEW.phase = 'sealed'
    BEGIN SELECT RAISE(ABORT, 'law: a handover begins unsealed'); END;
CREATE TRIGGER handovers_stay_sealed BEFORE UPDATE ON handovers
    WHEN OLD.phase = 'sealed'
    BEGIN SELECT RAISE(ABORT, 'law: a sealed handover stays as it is'); END;
CREATE TRIGGER handover_items_stay_sealed BEFORE UPDATE ON handover_items
    WHEN EXISTS (SELECT 1 FROM handovers h
        WHERE h.office = OLD.office AND h.id = OLD.handover AND h.phase = 'sealed')
    BEGIN SELECT RAISE(ABORT, 'law: a sealed set stays as it is'); END;
CREATE TRIGGER handover_items_stay_whole BEFORE DELETE ON handover_items
    WHEN EXISTS (SELECT 1 FROM handovers h
        WHERE h.office = OLD.office AND h.id = OLD.handover AND h.phase = 'sealed')
    BEGIN SELECT RAISE(ABORT, 'law: a sealed set stays as it is'); END;
CREATE TRIGGER handover_items_refuse_late BEFORE INSERT ON handover_items
    WHEN EXISTS (SELECT 1 FROM handovers h
        WHERE h.office = NEW.office AND h.id = NEW.handover AND h.phase = 'sealed')
    BEGIN SELECT RAISE(ABORT, 'law: a sealed set stays as it is'); END;
CREATE TRIGGER handovers_refuse_delete BEFORE DELETE ON handovers
    WHEN OLD.phase = 'sealed'
    BEGIN SELECT RAISE(ABORT, 'law: a sealed handover stays as it is'); END;
CREATE TRIGGER handovers_refuse_replacement BEFORE INSERT ON handovers
    WHEN EXISTS (SELECT 1 FROM handovers h
        WHERE h.office = NEW.office AND h.id = NEW.id AND h.phase = 'sealed')
    BEGIN SELECT RAISE(ABORT, 'law: a sealed handover stays as it is'); END;
COMMIT;
