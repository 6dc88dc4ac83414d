BEGIN TRANSACTION;
CREATE TABLE alembic_version (
	version_num VARCHAR(32) NOT NULL, 
	CONSTRAINT alembic_version_pkc PRIMARY KEY (version_num)
);
INSERT INTO "alembic_version" VALUES('0003');
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
	CONSTRAINT fk_arrivals_office_department FOREIGN KEY(office, department) REFERENCES departments (office, id), 
	CONSTRAINT fk_arrivals_office_opened_by FOREIGN KEY(office, opened_by) REFERENCES people (office, id), 
	CONSTRAINT ck_arrivals_declared_positive CHECK (declared_count > 0), 
	CONSTRAINT ck_arrivals_count_not_negative CHECK (count >= 0)
);
INSERT INTO "arrivals" VALUES('hall','8cd8623b55ba47e6abd9e938d9842c11','日本郵便',2,'2020-10-31 01:40:04.000000','02',NULL,'d94830ccde7f47308877f8801f23bc04','2020-10-31 01:40:05.000000',2,'closed');
CREATE TABLE books_stamp (
	digest VARCHAR(64) NOT NULL, 
	CONSTRAINT pk_books_stamp PRIMARY KEY (digest)
);
INSERT INTO "books_stamp" VALUES('aa427ba84161a438bf3968a70baa5ac67ab8843f47b2b3909b850bcc872b08ac');
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
	CONSTRAINT fk_cases_office_author FOREIGN KEY(office, author) REFERENCES people (office, id), 
	CONSTRAINT fk_cases_office_settled_by FOREIGN KEY(office, settled_by) REFERENCES people (office, id), 
	CONSTRAINT fk_cases_office_arrival FOREIGN KEY(office, arrival) REFERENCES arrivals (office, id), 
	CONSTRAINT fk_cases_office_item FOREIGN KEY(office, item) REFERENCES items (office, id), 
	CONSTRAINT fk_cases_office_handover FOREIGN KEY(office, handover) REFERENCES handovers (office, id), 
	CONSTRAINT ck_cases_settled_with_reason CHECK ((settled_by IS NULL) = (reason IS NULL))
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
INSERT INTO "credentials" VALUES('hall','192c7cbed70b470a8a957915c17a9f08','STNE3WFRBPYATQ5','$argon2id$v=19$m=8,t=1,p=1$pYggPFgRF5PGL8U++/Twgw$IGQy4PIeCWLPR196/aERVFDr1pD7oZJY+R8DtMAdhrc',0,NULL);
INSERT INTO "credentials" VALUES('hall','8069ad871ed24ecc8dc090885a4df2c4','STNSF45S0MNGGD1','$argon2id$v=19$m=8,t=1,p=1$0f+0O7VRlRctx9iRXiw7WA$Wp2YnIiwxYUULAv7qscbTcrnXbuHVgWyh0aP+ukjxx0',0,NULL);
INSERT INTO "credentials" VALUES('hall','d94830ccde7f47308877f8801f23bc04','STNFPKEJ6WPHS19','$argon2id$v=19$m=8,t=1,p=1$5f4ZyHXJAtTfDSNW0gLntA$DPbzDTzvDwpoqJHi7Ut/933OuXQf3bK6R8j4ub3I2uQ',0,NULL);
INSERT INTO "credentials" VALUES('hall','4c6a8d124a7241f0bb48966e1a2320e8','STNPQG15N8ZDX94','$argon2id$v=19$m=8,t=1,p=1$BZHjstFavOpPA/tKHI8C3w$E92k2k4P155rfI7RSzETjDs4iW6fvUM7DvPh8eTjWrQ',0,NULL);
INSERT INTO "credentials" VALUES('hall','b62a63980511469995524fba34174ea4','STN9EC3S3T4AMMR','$argon2id$v=19$m=8,t=1,p=1$lcjGB435wyxpYGbBnUmFnA$tffG/JQl3GRxBMcMXwvQMvZUzDVzUOgmCfaRKDLTOTQ',0,NULL);
INSERT INTO "credentials" VALUES('hall','570a6382617b408794c3898d3b96e209','STNSXQ6NJCJ1NW7','$argon2id$v=19$m=8,t=1,p=1$xod1vWkjiK8jXOQIxvn0FA$DLk8Q1r7kuD6kPLAo86iyAvhoosPYVbG9RqNlcDm5m4',0,NULL);
INSERT INTO "credentials" VALUES('hall','cd6aa26875534473a046297f8f8fc011','STNWGSZTRMTPCRM','$argon2id$v=19$m=8,t=1,p=1$PHcvfPlvPpolETln5zXf+A$UnfT9xpNFdpNPOf6fVGTLV/vLbJD9WEvlD9sqG4G+NA',0,NULL);
INSERT INTO "credentials" VALUES('hall','5f000f39151e40febac54afbec906b80','STNRYBESN12PT34','$argon2id$v=19$m=8,t=1,p=1$vbrDtIQWcXAfaWva8+rGIg$qU5sDfSd4kyOpsOX4uKhQmlw/V3CQ1LW4ABBRv+h8es',0,NULL);
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
INSERT INTO "handover_items" VALUES('hall','8dcbb72262334185a012f170639bd885','a468c20ed6e14753a25356554b413faa',1,1);
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
	CONSTRAINT fk_handovers_office_giver FOREIGN KEY(office, giver) REFERENCES departments (office, id), 
	CONSTRAINT fk_handovers_office_receiver FOREIGN KEY(office, receiver) REFERENCES departments (office, id), 
	CONSTRAINT fk_handovers_office_opened_by FOREIGN KEY(office, opened_by) REFERENCES people (office, id), 
	CONSTRAINT fk_handovers_office_giver_signer FOREIGN KEY(office, giver_signer) REFERENCES people (office, id), 
	CONSTRAINT fk_handovers_office_receiver_signer FOREIGN KEY(office, receiver_signer) REFERENCES people (office, id), 
	CONSTRAINT ck_handovers_two_departments CHECK (giver <> receiver), 
	CONSTRAINT ck_handovers_two_signers CHECK (giver_signer <> receiver_signer), 
	CONSTRAINT ck_handovers_sealed_is_signed CHECK (phase <> 'sealed' OR (giver_signer IS NOT NULL AND receiver_signer IS NOT NULL AND digest IS NOT NULL AND sealed_at IS NOT NULL))
);
INSERT INTO "handovers" VALUES('hall','8dcbb72262334185a012f170639bd885','02','03','d94830ccde7f47308877f8801f23bc04','2020-10-31 01:40:13.000000','sealed','eec4e6287633e1085dd05ea7a093034e2f95047152acd6312c27147ad72a591d','d94830ccde7f47308877f8801f23bc04','570a6382617b408794c3898d3b96e209','2020-10-31 01:40:19.000000');
CREATE TABLE heads (
	office VARCHAR(40) NOT NULL, 
	seq BIGINT NOT NULL, 
	hash VARCHAR(64) NOT NULL, 
	at DATETIME NOT NULL, 
	CONSTRAINT pk_heads PRIMARY KEY (office)
);
INSERT INTO "heads" VALUES('hall',39,'3a7c83da52132b88405294ce563f8b099637b7d52f7504ee37b8e25c83e17716','2020-10-31 01:40:19.000000');
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
	CONSTRAINT fk_items_office_arrival FOREIGN KEY(office, arrival) REFERENCES arrivals (office, id), 
	CONSTRAINT fk_items_office_expected FOREIGN KEY(office, expected) REFERENCES expected_items (office, id), 
	CONSTRAINT fk_items_office_taken_in_by FOREIGN KEY(office, taken_in_by) REFERENCES people (office, id), 
	CONSTRAINT fk_items_office_holder FOREIGN KEY(office, holder) REFERENCES departments (office, id), 
	CONSTRAINT fk_items_office_route FOREIGN KEY(office, route) REFERENCES departments (office, id), 
	CONSTRAINT fk_items_office_route_first_by FOREIGN KEY(office, route_first_by) REFERENCES people (office, id), 
	CONSTRAINT fk_items_office_route_check_by FOREIGN KEY(office, route_check_by) REFERENCES people (office, id), 
	CONSTRAINT fk_items_office_handover FOREIGN KEY(office, handover) REFERENCES handovers (office, id), 
	CONSTRAINT ck_items_route_by_two CHECK (route IS NULL OR (route_first_by IS NOT NULL AND route_check_by IS NOT NULL AND route_first_by <> route_check_by)), 
	CONSTRAINT ck_items_words_by_two CHECK (first_by <> check_by)
);
INSERT INTO "items" VALUES('hall','a468c20ed6e14753a25356554b413faa','8cd8623b55ba47e6abd9e938d9842c11','13112383852','{"text": "13112383852", "number": "13112383852", "families": ["japan_post_11", "dhl_11"], "symbology": "keyboard", "witnesses": ["scanner"], "why": "", "photo": null}',NULL,'d94830ccde7f47308877f8801f23bc04','2020-10-31 01:40:06.000000',23,'03','2020-10-31 01:40:19.000000','held','03','d94830ccde7f47308877f8801f23bc04','4c6a8d124a7241f0bb48966e1a2320e8',NULL,NULL,NULL,NULL,0,NULL);
INSERT INTO "items" VALUES('hall','473e5554289642c2abb85cd88127ee77','8cd8623b55ba47e6abd9e938d9842c11','20112345676','{"text": "20112345676", "number": "20112345676", "families": ["japan_post_11", "dhl_11"], "symbology": "keyboard", "witnesses": ["scanner"], "why": "", "photo": null}',NULL,'d94830ccde7f47308877f8801f23bc04','2020-10-31 01:40:07.000000',24,'02','2020-10-31 01:40:07.000000','held','03','d94830ccde7f47308877f8801f23bc04','4c6a8d124a7241f0bb48966e1a2320e8',NULL,NULL,NULL,NULL,0,NULL);
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
INSERT INTO "journal" VALUES('hall',1,'8acb38e0826a48579e292246e8cf9d8e',0,'office_founded','{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"8acb38e0-826a-4857-9e29-2246e8cf9d8e","department":null,"format":1,"kind":"office_founded","office":"hall","payload":{"name":"市役所"},"person":null,"position":0,"previous":"0000000000000000000000000000000000000000000000000000000000000000","seq":1,"terminal":"console","version":1}','b30606020a295fe5f44a96a3d9328c4e0a27677e9e7d405cddb776d6a4bedf31');
INSERT INTO "journal" VALUES('hall',2,'8acb38e0826a48579e292246e8cf9d8e',1,'department_opened','{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"8acb38e0-826a-4857-9e29-2246e8cf9d8e","department":null,"format":1,"kind":"department_opened","office":"hall","payload":{"aliases":[],"department":"01","kana":"しゅくちょくしつ","name":"宿直室","sorts_mail":false},"person":null,"position":1,"previous":"b30606020a295fe5f44a96a3d9328c4e0a27677e9e7d405cddb776d6a4bedf31","seq":2,"terminal":"console","version":1}','a5d6dcc6841d789d3ca17d93bf98cfeb9d4bffb19337b8b711d2f3a522a6bcb9');
INSERT INTO "journal" VALUES('hall',3,'8acb38e0826a48579e292246e8cf9d8e',2,'person_enrolled','{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"8acb38e0-826a-4857-9e29-2246e8cf9d8e","department":null,"format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"01","name":{"digest":"979362acabead3419bace1036b2d960da4d97d7ea4202964289ebe550d126d0c","id":"d3a093e1-20bf-4c7b-9f26-f768c91e3440"},"person":"192c7cbe-d70b-470a-8a95-7915c17a9f08","roles":["administrator"]},"person":null,"position":2,"previous":"a5d6dcc6841d789d3ca17d93bf98cfeb9d4bffb19337b8b711d2f3a522a6bcb9","seq":3,"terminal":"console","version":1}','b4f51de7e7605a98ac400dbde4349bc03237078d72fce318befd3292108be02a');
INSERT INTO "journal" VALUES('hall',4,'8acb38e0826a48579e292246e8cf9d8e',3,'badge_issued','{"act":"found_office","at":"2020-10-31T01:40:01.000000Z","deed":"8acb38e0-826a-4857-9e29-2246e8cf9d8e","department":null,"format":1,"kind":"badge_issued","office":"hall","payload":{"person":"192c7cbe-d70b-470a-8a95-7915c17a9f08"},"person":null,"position":3,"previous":"b4f51de7e7605a98ac400dbde4349bc03237078d72fce318befd3292108be02a","seq":4,"terminal":"console","version":1}','80693171df7051d99d43642eef87177ad3881ffa41069abd290091cc7debc408');
INSERT INTO "journal" VALUES('hall',5,'1ed93c4a0f914efca55bec1f8fd62124',0,'department_opened','{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"1ed93c4a-0f91-4efc-a55b-ec1f8fd62124","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":[],"department":"02","kana":"そうむ","name":"総務","sorts_mail":true},"person":"192c7cbe-d70b-470a-8a95-7915c17a9f08","position":0,"previous":"80693171df7051d99d43642eef87177ad3881ffa41069abd290091cc7debc408","seq":5,"terminal":"test","version":1}','e055214118b5fcc2f6cfcd660ede8d2aff04b324da71e2f691727441474804e9');
INSERT INTO "journal" VALUES('hall',6,'1ed93c4a0f914efca55bec1f8fd62124',1,'department_opened','{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"1ed93c4a-0f91-4efc-a55b-ec1f8fd62124","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":["会計課"],"department":"03","kana":"すいとうしつ","name":"出納室","sorts_mail":false},"person":"192c7cbe-d70b-470a-8a95-7915c17a9f08","position":1,"previous":"e055214118b5fcc2f6cfcd660ede8d2aff04b324da71e2f691727441474804e9","seq":6,"terminal":"test","version":1}','ed4493e688413f74dd3ecd96a10c7f7b5c92bab75a0ba0640c091949ad4cf2f2');
INSERT INTO "journal" VALUES('hall',7,'1ed93c4a0f914efca55bec1f8fd62124',2,'department_opened','{"act":"open_departments","at":"2020-10-31T01:40:02.000000Z","deed":"1ed93c4a-0f91-4efc-a55b-ec1f8fd62124","department":"01","format":1,"kind":"department_opened","office":"hall","payload":{"aliases":["水道"],"department":"04","kana":"けいえいきかく","name":"経営企画","sorts_mail":false},"person":"192c7cbe-d70b-470a-8a95-7915c17a9f08","position":2,"previous":"ed4493e688413f74dd3ecd96a10c7f7b5c92bab75a0ba0640c091949ad4cf2f2","seq":7,"terminal":"test","version":1}','6fad820241d52bc368edcbe54c98b2b67ac7c572854aa724a047e8fd02fc2bae');
INSERT INTO "journal" VALUES('hall',8,'799f8683867243a19fe5f767072b77b9',0,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"799f8683-8672-43a1-9fe5-f767072b77b9","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"01","name":{"digest":"0b30fdc25e44164d14dd858887fb68c881f816f12ba47ee106e3019ecf603e72","id":"cf9964dd-2a6e-43fe-bd19-96ccb5278e6a"},"person":"8069ad87-1ed2-4ecc-8dc0-90885a4df2c4","roles":["duty_officer"]},"person":"192c7cbe-d70b-470a-8a95-7915c17a9f08","position":0,"previous":"6fad820241d52bc368edcbe54c98b2b67ac7c572854aa724a047e8fd02fc2bae","seq":8,"terminal":"test","version":1}','8cd5f2f5f77758179ef3138d24676e6ea2f28c638ab2146cbd4aedec9491e0b7');
INSERT INTO "journal" VALUES('hall',9,'799f8683867243a19fe5f767072b77b9',1,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"799f8683-8672-43a1-9fe5-f767072b77b9","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"356abb36ac488b1134d9f1e13168117d736cfcb75257cd40ecdf205289357ae8","id":"1c524451-317a-4529-83f7-195e1f4dca16"},"person":"d94830cc-de7f-4730-8877-f8801f23bc04","roles":["clerk"]},"person":"192c7cbe-d70b-470a-8a95-7915c17a9f08","position":1,"previous":"8cd5f2f5f77758179ef3138d24676e6ea2f28c638ab2146cbd4aedec9491e0b7","seq":9,"terminal":"test","version":1}','b54e0f434f57751256f0d85f377a569a0c2169db8f25a9a1012bb258cd073cf7');
INSERT INTO "journal" VALUES('hall',10,'799f8683867243a19fe5f767072b77b9',2,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"799f8683-8672-43a1-9fe5-f767072b77b9","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"f10138eaa77d48ab0db987e7216af17544c58559828179518f79eabf8a265c1f","id":"003f20f1-2121-47a5-90b7-e299cc8b27e1"},"person":"4c6a8d12-4a72-41f0-bb48-966e1a2320e8","roles":["clerk"]},"person":"192c7cbe-d70b-470a-8a95-7915c17a9f08","position":2,"previous":"b54e0f434f57751256f0d85f377a569a0c2169db8f25a9a1012bb258cd073cf7","seq":10,"terminal":"test","version":1}','4c2af249ab1ef9f00b9ae786cbe293dd9b7e1e512750af26ec864fc551991016');
INSERT INTO "journal" VALUES('hall',11,'799f8683867243a19fe5f767072b77b9',3,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"799f8683-8672-43a1-9fe5-f767072b77b9","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"02","name":{"digest":"2f1c68afedc150a8229d936152ef83b6c641b7bf030a958f62336ba76e4b2dd3","id":"a4b82d75-e513-41b8-9ef7-f91645b21706"},"person":"b62a6398-0511-4699-9552-4fba34174ea4","roles":["supervisor"]},"person":"192c7cbe-d70b-470a-8a95-7915c17a9f08","position":3,"previous":"4c2af249ab1ef9f00b9ae786cbe293dd9b7e1e512750af26ec864fc551991016","seq":11,"terminal":"test","version":1}','7e05ae71e8e6a714ec2523841b03806656f538d8057eb596f728127622f8a6c9');
INSERT INTO "journal" VALUES('hall',12,'799f8683867243a19fe5f767072b77b9',4,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"799f8683-8672-43a1-9fe5-f767072b77b9","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"03","name":{"digest":"80c51537c5759a6116bcba8e4edfb7e6e46fd59e5b0f808383b428e8435e6747","id":"97828e71-d6d1-4a39-bd31-d3b2202af317"},"person":"570a6382-617b-4087-94c3-898d3b96e209","roles":["receiver"]},"person":"192c7cbe-d70b-470a-8a95-7915c17a9f08","position":4,"previous":"7e05ae71e8e6a714ec2523841b03806656f538d8057eb596f728127622f8a6c9","seq":12,"terminal":"test","version":1}','d3a0f00bfe416b38f90d5cc8ef4dc7c989641ad6f3f431ab1180922a9238ae30');
INSERT INTO "journal" VALUES('hall',13,'799f8683867243a19fe5f767072b77b9',5,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"799f8683-8672-43a1-9fe5-f767072b77b9","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"04","name":{"digest":"43702869c6bf75224f97917161d10023bd5ce29d8562e0fea0c68363af6fd8b9","id":"bc559ed5-940d-4def-8545-6abd7605ec66"},"person":"cd6aa268-7553-4473-a046-297f8f8fc011","roles":["receiver"]},"person":"192c7cbe-d70b-470a-8a95-7915c17a9f08","position":5,"previous":"d3a0f00bfe416b38f90d5cc8ef4dc7c989641ad6f3f431ab1180922a9238ae30","seq":13,"terminal":"test","version":1}','e6977d02392fe47675350615c0f1a109e5bfcbf43bf232e4112f381e3cbbb98e');
INSERT INTO "journal" VALUES('hall',14,'799f8683867243a19fe5f767072b77b9',6,'person_enrolled','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"799f8683-8672-43a1-9fe5-f767072b77b9","department":"01","format":1,"kind":"person_enrolled","office":"hall","payload":{"department":"04","name":{"digest":"0a4115d4326b75d457cd931f0063f63a2c2724335b323d1e7e1b77d3f657c9d9","id":"a36bf694-cf21-4111-aff7-a38a2d6163e9"},"person":"5f000f39-151e-40fe-bac5-4afbec906b80","roles":["receiver"]},"person":"192c7cbe-d70b-470a-8a95-7915c17a9f08","position":6,"previous":"e6977d02392fe47675350615c0f1a109e5bfcbf43bf232e4112f381e3cbbb98e","seq":14,"terminal":"test","version":1}','80ba0505cc4e0f2301b7e80f762ac1d88cad107196025a1425f20381ef86d746');
INSERT INTO "journal" VALUES('hall',15,'799f8683867243a19fe5f767072b77b9',7,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"799f8683-8672-43a1-9fe5-f767072b77b9","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"8069ad87-1ed2-4ecc-8dc0-90885a4df2c4"},"person":"192c7cbe-d70b-470a-8a95-7915c17a9f08","position":7,"previous":"80ba0505cc4e0f2301b7e80f762ac1d88cad107196025a1425f20381ef86d746","seq":15,"terminal":"test","version":1}','7c9c28d26b0f0ade94948df1d7899d92575e71f584f3de1707af52a20f6b2da4');
INSERT INTO "journal" VALUES('hall',16,'799f8683867243a19fe5f767072b77b9',8,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"799f8683-8672-43a1-9fe5-f767072b77b9","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"d94830cc-de7f-4730-8877-f8801f23bc04"},"person":"192c7cbe-d70b-470a-8a95-7915c17a9f08","position":8,"previous":"7c9c28d26b0f0ade94948df1d7899d92575e71f584f3de1707af52a20f6b2da4","seq":16,"terminal":"test","version":1}','65e336ad19db10816dcc5ae256a128be86d812200ee93a96552842c1578ba948');
INSERT INTO "journal" VALUES('hall',17,'799f8683867243a19fe5f767072b77b9',9,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"799f8683-8672-43a1-9fe5-f767072b77b9","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"4c6a8d12-4a72-41f0-bb48-966e1a2320e8"},"person":"192c7cbe-d70b-470a-8a95-7915c17a9f08","position":9,"previous":"65e336ad19db10816dcc5ae256a128be86d812200ee93a96552842c1578ba948","seq":17,"terminal":"test","version":1}','c70bed9aca6cc04dcb0237f297df593065499d0011144e2af7f95df3206e5301');
INSERT INTO "journal" VALUES('hall',18,'799f8683867243a19fe5f767072b77b9',10,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"799f8683-8672-43a1-9fe5-f767072b77b9","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"b62a6398-0511-4699-9552-4fba34174ea4"},"person":"192c7cbe-d70b-470a-8a95-7915c17a9f08","position":10,"previous":"c70bed9aca6cc04dcb0237f297df593065499d0011144e2af7f95df3206e5301","seq":18,"terminal":"test","version":1}','73fdc8a81401d4a1ad8a371f455eb84d91435797147416e9a0d172dcfbf62e20');
INSERT INTO "journal" VALUES('hall',19,'799f8683867243a19fe5f767072b77b9',11,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"799f8683-8672-43a1-9fe5-f767072b77b9","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"570a6382-617b-4087-94c3-898d3b96e209"},"person":"192c7cbe-d70b-470a-8a95-7915c17a9f08","position":11,"previous":"73fdc8a81401d4a1ad8a371f455eb84d91435797147416e9a0d172dcfbf62e20","seq":19,"terminal":"test","version":1}','c98319e1737c3597396ba236ba20344960e1478878659ded0e12db86a3b0ff29');
INSERT INTO "journal" VALUES('hall',20,'799f8683867243a19fe5f767072b77b9',12,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"799f8683-8672-43a1-9fe5-f767072b77b9","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"cd6aa268-7553-4473-a046-297f8f8fc011"},"person":"192c7cbe-d70b-470a-8a95-7915c17a9f08","position":12,"previous":"c98319e1737c3597396ba236ba20344960e1478878659ded0e12db86a3b0ff29","seq":20,"terminal":"test","version":1}','4803c95e86ef419a9054f3b0a2fd5514ef21cee394c01b8caca6ed8c740451b2');
INSERT INTO "journal" VALUES('hall',21,'799f8683867243a19fe5f767072b77b9',13,'badge_issued','{"act":"enroll_people","at":"2020-10-31T01:40:03.000000Z","deed":"799f8683-8672-43a1-9fe5-f767072b77b9","department":"01","format":1,"kind":"badge_issued","office":"hall","payload":{"person":"5f000f39-151e-40fe-bac5-4afbec906b80"},"person":"192c7cbe-d70b-470a-8a95-7915c17a9f08","position":13,"previous":"4803c95e86ef419a9054f3b0a2fd5514ef21cee394c01b8caca6ed8c740451b2","seq":21,"terminal":"test","version":1}','32a6cadb3be114a35b9af619b8612843d164f55829ba18396d80f8d413adddb8');
INSERT INTO "journal" VALUES('hall',22,'8cd8623b55ba47e6abd9e938d9842c11',0,'arrival_opened','{"act":"open_arrival","at":"2020-10-31T01:40:05.000000Z","deed":"8cd8623b-55ba-47e6-abd9-e938d9842c11","department":"02","format":1,"kind":"arrival_opened","office":"hall","payload":{"arrival":"8cd8623b-55ba-47e6-abd9-e938d9842c11","arrived_at":"2020-10-31T01:40:04Z","carrier":"日本郵便","declared_count":2,"department":"02","list":null},"person":"d94830cc-de7f-4730-8877-f8801f23bc04","position":0,"previous":"32a6cadb3be114a35b9af619b8612843d164f55829ba18396d80f8d413adddb8","seq":22,"terminal":"test","version":1}','ad9e36150577a95972ea805902a394cf915f2398e2da3d961409931eeeadab21');
INSERT INTO "journal" VALUES('hall',23,'a468c20ed6e14753a25356554b413faa',0,'item_taken_in','{"act":"take_in","at":"2020-10-31T01:40:06.000000Z","deed":"a468c20e-d6e1-4753-a253-56554b413faa","department":"02","format":1,"kind":"item_taken_in","office":"hall","payload":{"arrival":"8cd8623b-55ba-47e6-abd9-e938d9842c11","expected":null,"item":"a468c20e-d6e1-4753-a253-56554b413faa","scan":{"families":["japan_post_11","dhl_11"],"number":"13112383852","photo":null,"symbology":"keyboard","text":"13112383852","why":"","witnesses":["scanner"]}},"person":"d94830cc-de7f-4730-8877-f8801f23bc04","position":0,"previous":"ad9e36150577a95972ea805902a394cf915f2398e2da3d961409931eeeadab21","seq":23,"terminal":"test","version":1}','6b832153a0d88793ffed7dbe2459893012fcededf7bb50245c665751442eaf85');
INSERT INTO "journal" VALUES('hall',24,'473e5554289642c2abb85cd88127ee77',0,'item_taken_in','{"act":"take_in","at":"2020-10-31T01:40:07.000000Z","deed":"473e5554-2896-42c2-abb8-5cd88127ee77","department":"02","format":1,"kind":"item_taken_in","office":"hall","payload":{"arrival":"8cd8623b-55ba-47e6-abd9-e938d9842c11","expected":null,"item":"473e5554-2896-42c2-abb8-5cd88127ee77","scan":{"families":["japan_post_11","dhl_11"],"number":"20112345676","photo":null,"symbology":"keyboard","text":"20112345676","why":"","witnesses":["scanner"]}},"person":"d94830cc-de7f-4730-8877-f8801f23bc04","position":0,"previous":"6b832153a0d88793ffed7dbe2459893012fcededf7bb50245c665751442eaf85","seq":24,"terminal":"test","version":1}','9089eff3a6fd34fad31fc457d76ed10ffe76c04a6e6acf18ab54b7d1f619d1d7');
INSERT INTO "journal" VALUES('hall',25,'7681447222d545aea0e2503edba4b953',0,'arrival_closed','{"act":"close_arrival","at":"2020-10-31T01:40:08.000000Z","deed":"76814472-22d5-45ae-a0e2-503edba4b953","department":"02","format":1,"kind":"arrival_closed","office":"hall","payload":{"arrival":"8cd8623b-55ba-47e6-abd9-e938d9842c11","count":2},"person":"d94830cc-de7f-4730-8877-f8801f23bc04","position":0,"previous":"9089eff3a6fd34fad31fc457d76ed10ffe76c04a6e6acf18ab54b7d1f619d1d7","seq":25,"terminal":"test","version":1}','fc1e2e0344ca1993afe66776295c66df24f5eb1c399b138d164d62853ca78722');
INSERT INTO "journal" VALUES('hall',26,'6b1d4038093f41628f5a3c6c4ab62ab1',0,'first_entry_made','{"act":"enter_first","at":"2020-10-31T01:40:09.000000Z","deed":"6b1d4038-093f-4162-8f5a-3c6c4ab62ab1","department":"02","format":1,"kind":"first_entry_made","office":"hall","payload":{"department":"03","item":"a468c20e-d6e1-4753-a253-56554b413faa"},"person":"d94830cc-de7f-4730-8877-f8801f23bc04","position":0,"previous":"fc1e2e0344ca1993afe66776295c66df24f5eb1c399b138d164d62853ca78722","seq":26,"terminal":"test","version":1}','8aed007498371d3236eb98aa758843d727de9a06de47d782f775363faa91e2a3');
INSERT INTO "journal" VALUES('hall',27,'2cb7943d44ff4bbb937134a26a347263',0,'check_entry_made','{"act":"enter_check","at":"2020-10-31T01:40:10.000000Z","deed":"2cb7943d-44ff-4bbb-9371-34a26a347263","department":"02","format":1,"kind":"check_entry_made","office":"hall","payload":{"department":"03","item":"a468c20e-d6e1-4753-a253-56554b413faa"},"person":"4c6a8d12-4a72-41f0-bb48-966e1a2320e8","position":0,"previous":"8aed007498371d3236eb98aa758843d727de9a06de47d782f775363faa91e2a3","seq":27,"terminal":"test","version":1}','6a1ec31e5312fc16a382646968f485f05c5eb8aec38ad92b2c7105038bc7bb3f');
INSERT INTO "journal" VALUES('hall',28,'2cb7943d44ff4bbb937134a26a347263',1,'item_routed','{"act":"enter_check","at":"2020-10-31T01:40:10.000000Z","deed":"2cb7943d-44ff-4bbb-9371-34a26a347263","department":"02","format":1,"kind":"item_routed","office":"hall","payload":{"check_by":"4c6a8d12-4a72-41f0-bb48-966e1a2320e8","department":"03","first_by":"d94830cc-de7f-4730-8877-f8801f23bc04","item":"a468c20e-d6e1-4753-a253-56554b413faa"},"person":"4c6a8d12-4a72-41f0-bb48-966e1a2320e8","position":1,"previous":"6a1ec31e5312fc16a382646968f485f05c5eb8aec38ad92b2c7105038bc7bb3f","seq":28,"terminal":"test","version":1}','c0ed38ed6cd9d35312f4f3c4f27df4b8ba5daef63b46d6afb3ed5eb64ae76fab');
INSERT INTO "journal" VALUES('hall',29,'dc9c08286968446c902a14db2487de31',0,'first_entry_made','{"act":"enter_first","at":"2020-10-31T01:40:11.000000Z","deed":"dc9c0828-6968-446c-902a-14db2487de31","department":"02","format":1,"kind":"first_entry_made","office":"hall","payload":{"department":"03","item":"473e5554-2896-42c2-abb8-5cd88127ee77"},"person":"d94830cc-de7f-4730-8877-f8801f23bc04","position":0,"previous":"c0ed38ed6cd9d35312f4f3c4f27df4b8ba5daef63b46d6afb3ed5eb64ae76fab","seq":29,"terminal":"test","version":1}','c38794cd847dfe7a697e8ff5864618c57e994af90134f1d4fae3e8d0ade88585');
INSERT INTO "journal" VALUES('hall',30,'377f746a0cab4cddbc5c00fb9d75104e',0,'check_entry_made','{"act":"enter_check","at":"2020-10-31T01:40:12.000000Z","deed":"377f746a-0cab-4cdd-bc5c-00fb9d75104e","department":"02","format":1,"kind":"check_entry_made","office":"hall","payload":{"department":"03","item":"473e5554-2896-42c2-abb8-5cd88127ee77"},"person":"4c6a8d12-4a72-41f0-bb48-966e1a2320e8","position":0,"previous":"c38794cd847dfe7a697e8ff5864618c57e994af90134f1d4fae3e8d0ade88585","seq":30,"terminal":"test","version":1}','5ac782ee963485d4c2a202042f8273a1809155474d7792cfefe7daa6fd58bf0f');
INSERT INTO "journal" VALUES('hall',31,'377f746a0cab4cddbc5c00fb9d75104e',1,'item_routed','{"act":"enter_check","at":"2020-10-31T01:40:12.000000Z","deed":"377f746a-0cab-4cdd-bc5c-00fb9d75104e","department":"02","format":1,"kind":"item_routed","office":"hall","payload":{"check_by":"4c6a8d12-4a72-41f0-bb48-966e1a2320e8","department":"03","first_by":"d94830cc-de7f-4730-8877-f8801f23bc04","item":"473e5554-2896-42c2-abb8-5cd88127ee77"},"person":"4c6a8d12-4a72-41f0-bb48-966e1a2320e8","position":1,"previous":"5ac782ee963485d4c2a202042f8273a1809155474d7792cfefe7daa6fd58bf0f","seq":31,"terminal":"test","version":1}','d6a121bfd45d946d96f901e673f114ffd2884ca475a2df50c0c98830f0d7f995');
INSERT INTO "journal" VALUES('hall',32,'8dcbb72262334185a012f170639bd885',0,'handover_opened','{"act":"open_handover","at":"2020-10-31T01:40:13.000000Z","deed":"8dcbb722-6233-4185-a012-f170639bd885","department":"02","format":1,"kind":"handover_opened","office":"hall","payload":{"giver":"02","handover":"8dcbb722-6233-4185-a012-f170639bd885","receiver":"03"},"person":"d94830cc-de7f-4730-8877-f8801f23bc04","position":0,"previous":"d6a121bfd45d946d96f901e673f114ffd2884ca475a2df50c0c98830f0d7f995","seq":32,"terminal":"test","version":1}','f082722fc68ef1b5a3b65aa89135117f703208afc8fd1d19ce6e55be2760c075');
INSERT INTO "journal" VALUES('hall',33,'d20c9a19f086430e87ba9637c8e9c74c',0,'item_offered','{"act":"offer","at":"2020-10-31T01:40:14.000000Z","deed":"d20c9a19-f086-430e-87ba-9637c8e9c74c","department":"02","format":1,"kind":"item_offered","office":"hall","payload":{"handover":"8dcbb722-6233-4185-a012-f170639bd885","item":"a468c20e-d6e1-4753-a253-56554b413faa"},"person":"d94830cc-de7f-4730-8877-f8801f23bc04","position":0,"previous":"f082722fc68ef1b5a3b65aa89135117f703208afc8fd1d19ce6e55be2760c075","seq":33,"terminal":"test","version":1}','fc250f3d31009658f7578596301810ed9a69a03767514225eeee35b68d0b6f29');
INSERT INTO "journal" VALUES('hall',34,'15b93f7249f04561aaa3eb02f79a1d74',0,'set_offered','{"act":"finish_offer","at":"2020-10-31T01:40:15.000000Z","deed":"15b93f72-49f0-4561-aaa3-eb02f79a1d74","department":"02","format":1,"kind":"set_offered","office":"hall","payload":{"count":1,"handover":"8dcbb722-6233-4185-a012-f170639bd885"},"person":"d94830cc-de7f-4730-8877-f8801f23bc04","position":0,"previous":"fc250f3d31009658f7578596301810ed9a69a03767514225eeee35b68d0b6f29","seq":34,"terminal":"test","version":1}','54a54ecb85fdd0671d064501b08e2eda778c5ea7e98b898baf3997f406f3f80d');
INSERT INTO "journal" VALUES('hall',35,'704e46b974fc4920bec0c3b39e029808',0,'item_received','{"act":"receive","at":"2020-10-31T01:40:16.000000Z","deed":"704e46b9-74fc-4920-bec0-c3b39e029808","department":"03","format":1,"kind":"item_received","office":"hall","payload":{"handover":"8dcbb722-6233-4185-a012-f170639bd885","item":"a468c20e-d6e1-4753-a253-56554b413faa"},"person":"570a6382-617b-4087-94c3-898d3b96e209","position":0,"previous":"54a54ecb85fdd0671d064501b08e2eda778c5ea7e98b898baf3997f406f3f80d","seq":35,"terminal":"test","version":1}','1677ade529573fdd8262aa40c83dc199116c901b3670629c5b86a0979cc98762');
INSERT INTO "journal" VALUES('hall',36,'e8e1e661a81b42fcbe5d9591198fcb40',0,'count_finished','{"act":"finish_count","at":"2020-10-31T01:40:17.000000Z","deed":"e8e1e661-a81b-42fc-be5d-9591198fcb40","department":"03","format":1,"kind":"count_finished","office":"hall","payload":{"digest":"eec4e6287633e1085dd05ea7a093034e2f95047152acd6312c27147ad72a591d","extra":[],"handover":"8dcbb722-6233-4185-a012-f170639bd885","missing":[],"offered_count":1,"received_count":1},"person":"570a6382-617b-4087-94c3-898d3b96e209","position":0,"previous":"1677ade529573fdd8262aa40c83dc199116c901b3670629c5b86a0979cc98762","seq":36,"terminal":"test","version":1}','a932280e89cabe56fda4b05546432a1967ddc3e603411e770f46ac222219febc');
INSERT INTO "journal" VALUES('hall',37,'3bb47fcbfd8b4e3b984a912dd83714c8',0,'handover_signed','{"act":"sign","at":"2020-10-31T01:40:18.000000Z","deed":"3bb47fcb-fd8b-4e3b-984a-912dd83714c8","department":"02","format":1,"kind":"handover_signed","office":"hall","payload":{"digest":"eec4e6287633e1085dd05ea7a093034e2f95047152acd6312c27147ad72a591d","handover":"8dcbb722-6233-4185-a012-f170639bd885","side":"giver","signer":"d94830cc-de7f-4730-8877-f8801f23bc04"},"person":"d94830cc-de7f-4730-8877-f8801f23bc04","position":0,"previous":"a932280e89cabe56fda4b05546432a1967ddc3e603411e770f46ac222219febc","seq":37,"terminal":"test","version":1}','77d4395dedf3a43f0c03fa992736731a780d91c437f2d5a7b08e18d0075ce246');
INSERT INTO "journal" VALUES('hall',38,'a843770c4a884a93a5d77371d37a952b',0,'handover_signed','{"act":"sign","at":"2020-10-31T01:40:19.000000Z","deed":"a843770c-4a88-4a93-a5d7-7371d37a952b","department":"03","format":1,"kind":"handover_signed","office":"hall","payload":{"digest":"eec4e6287633e1085dd05ea7a093034e2f95047152acd6312c27147ad72a591d","handover":"8dcbb722-6233-4185-a012-f170639bd885","side":"receiver","signer":"570a6382-617b-4087-94c3-898d3b96e209"},"person":"570a6382-617b-4087-94c3-898d3b96e209","position":0,"previous":"77d4395dedf3a43f0c03fa992736731a780d91c437f2d5a7b08e18d0075ce246","seq":38,"terminal":"test","version":1}','e141c558aebf7842d11adf76deeb9ed63cb11c9f0bf194a7409791ca2cf60378');
INSERT INTO "journal" VALUES('hall',39,'a843770c4a884a93a5d77371d37a952b',1,'handover_sealed','{"act":"sign","at":"2020-10-31T01:40:19.000000Z","deed":"a843770c-4a88-4a93-a5d7-7371d37a952b","department":"03","format":1,"kind":"handover_sealed","office":"hall","payload":{"digest":"eec4e6287633e1085dd05ea7a093034e2f95047152acd6312c27147ad72a591d","giver":"02","giver_signer":"d94830cc-de7f-4730-8877-f8801f23bc04","handover":"8dcbb722-6233-4185-a012-f170639bd885","items":["a468c20e-d6e1-4753-a253-56554b413faa"],"receiver":"03","receiver_signer":"570a6382-617b-4087-94c3-898d3b96e209"},"person":"570a6382-617b-4087-94c3-898d3b96e209","position":1,"previous":"e141c558aebf7842d11adf76deeb9ed63cb11c9f0bf194a7409791ca2cf60378","seq":39,"terminal":"test","version":1}','3a7c83da52132b88405294ce563f8b099637b7d52f7504ee37b8e25c83e17716');
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
INSERT INTO "people" VALUES('hall','192c7cbed70b470a8a957915c17a9f08','d3a093e120bf4c7b9f26f768c91e3440','979362acabead3419bace1036b2d960da4d97d7ea4202964289ebe550d126d0c','01','["administrator"]',1);
INSERT INTO "people" VALUES('hall','8069ad871ed24ecc8dc090885a4df2c4','cf9964dd2a6e43febd1996ccb5278e6a','0b30fdc25e44164d14dd858887fb68c881f816f12ba47ee106e3019ecf603e72','01','["duty_officer"]',1);
INSERT INTO "people" VALUES('hall','d94830ccde7f47308877f8801f23bc04','1c524451317a452983f7195e1f4dca16','356abb36ac488b1134d9f1e13168117d736cfcb75257cd40ecdf205289357ae8','02','["clerk"]',1);
INSERT INTO "people" VALUES('hall','4c6a8d124a7241f0bb48966e1a2320e8','003f20f1212147a590b7e299cc8b27e1','f10138eaa77d48ab0db987e7216af17544c58559828179518f79eabf8a265c1f','02','["clerk"]',1);
INSERT INTO "people" VALUES('hall','b62a63980511469995524fba34174ea4','a4b82d75e51341b89ef7f91645b21706','2f1c68afedc150a8229d936152ef83b6c641b7bf030a958f62336ba76e4b2dd3','02','["supervisor"]',1);
INSERT INTO "people" VALUES('hall','570a6382617b408794c3898d3b96e209','97828e71d6d14a39bd31d3b2202af317','80c51537c5759a6116bcba8e4edfb7e6e46fd59e5b0f808383b428e8435e6747','03','["receiver"]',1);
INSERT INTO "people" VALUES('hall','cd6aa26875534473a046297f8f8fc011','bc559ed5940d4def85456abd7605ec66','43702869c6bf75224f97917161d10023bd5ce29d8562e0fea0c68363af6fd8b9','04','["receiver"]',1);
INSERT INTO "people" VALUES('hall','5f000f39151e40febac54afbec906b80','a36bf694cf214111aff7a38a2d6163e9','0a4115d4326b75d457cd931f0063f63a2c2724335b323d1e7e1b77d3f657c9d9','04','["receiver"]',1);
CREATE TABLE personal_data (
	office VARCHAR(40) NOT NULL, 
	id CHAR(32) NOT NULL, 
	media_type VARCHAR(60) NOT NULL, 
	salt BLOB NOT NULL, 
	value BLOB NOT NULL, 
	kept_since DATETIME NOT NULL, 
	CONSTRAINT pk_personal_data PRIMARY KEY (office, id)
);
INSERT INTO "personal_data" VALUES('hall','d3a093e120bf4c7b9f26f768c91e3440','text/plain; charset=utf-8',X'25591C71C9D53D3D9407F6F95D9E9C64',X'E7AEA1E79086E88085','2020-10-31 01:40:01.000000');
INSERT INTO "personal_data" VALUES('hall','003f20f1212147a590b7e299cc8b27e1','text/plain; charset=utf-8',X'E9BA96235D6F057BCEAE503FD7875709',X'636C65726B32','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','1c524451317a452983f7195e1f4dca16','text/plain; charset=utf-8',X'5B95362F81D95B19F4AE6EECFE1A09C1',X'636C65726B','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','a4b82d75e51341b89ef7f91645b21706','text/plain; charset=utf-8',X'3D18728010D0BCA73A82E17E72677F2B',X'73757065727669736F72','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','97828e71d6d14a39bd31d3b2202af317','text/plain; charset=utf-8',X'D46ECB56C40B5EA42D68A2E154E2C4F0',X'747265617375726572','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','a36bf694cf214111aff7a38a2d6163e9','text/plain; charset=utf-8',X'10C1CBDAB681AE4B3CB4EF45F9FEA8B1',X'776174657232','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','cf9964dd2a6e43febd1996ccb5278e6a','text/plain; charset=utf-8',X'ADCD6B231E713E8AB0EDA1151BFE4CA9',X'64757479','2020-10-31 01:40:03.000000');
INSERT INTO "personal_data" VALUES('hall','bc559ed5940d4def85456abd7605ec66','text/plain; charset=utf-8',X'8174513F9D27A5FF8B1074E2D4FAB201',X'7761746572','2020-10-31 01:40:03.000000');
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
INSERT INTO "subjects" VALUES('hall','192c7cbed70b470a8a957915c17a9f08',3);
INSERT INTO "subjects" VALUES('hall','192c7cbed70b470a8a957915c17a9f08',4);
INSERT INTO "subjects" VALUES('hall','8069ad871ed24ecc8dc090885a4df2c4',8);
INSERT INTO "subjects" VALUES('hall','d94830ccde7f47308877f8801f23bc04',9);
INSERT INTO "subjects" VALUES('hall','4c6a8d124a7241f0bb48966e1a2320e8',10);
INSERT INTO "subjects" VALUES('hall','b62a63980511469995524fba34174ea4',11);
INSERT INTO "subjects" VALUES('hall','570a6382617b408794c3898d3b96e209',12);
INSERT INTO "subjects" VALUES('hall','cd6aa26875534473a046297f8f8fc011',13);
INSERT INTO "subjects" VALUES('hall','5f000f39151e40febac54afbec906b80',14);
INSERT INTO "subjects" VALUES('hall','8069ad871ed24ecc8dc090885a4df2c4',15);
INSERT INTO "subjects" VALUES('hall','d94830ccde7f47308877f8801f23bc04',16);
INSERT INTO "subjects" VALUES('hall','4c6a8d124a7241f0bb48966e1a2320e8',17);
INSERT INTO "subjects" VALUES('hall','b62a63980511469995524fba34174ea4',18);
INSERT INTO "subjects" VALUES('hall','570a6382617b408794c3898d3b96e209',19);
INSERT INTO "subjects" VALUES('hall','cd6aa26875534473a046297f8f8fc011',20);
INSERT INTO "subjects" VALUES('hall','5f000f39151e40febac54afbec906b80',21);
INSERT INTO "subjects" VALUES('hall','8cd8623b55ba47e6abd9e938d9842c11',22);
INSERT INTO "subjects" VALUES('hall','a468c20ed6e14753a25356554b413faa',23);
INSERT INTO "subjects" VALUES('hall','8cd8623b55ba47e6abd9e938d9842c11',23);
INSERT INTO "subjects" VALUES('hall','8cd8623b55ba47e6abd9e938d9842c11',24);
INSERT INTO "subjects" VALUES('hall','473e5554289642c2abb85cd88127ee77',24);
INSERT INTO "subjects" VALUES('hall','8cd8623b55ba47e6abd9e938d9842c11',25);
INSERT INTO "subjects" VALUES('hall','a468c20ed6e14753a25356554b413faa',26);
INSERT INTO "subjects" VALUES('hall','a468c20ed6e14753a25356554b413faa',27);
INSERT INTO "subjects" VALUES('hall','a468c20ed6e14753a25356554b413faa',28);
INSERT INTO "subjects" VALUES('hall','473e5554289642c2abb85cd88127ee77',29);
INSERT INTO "subjects" VALUES('hall','473e5554289642c2abb85cd88127ee77',30);
INSERT INTO "subjects" VALUES('hall','473e5554289642c2abb85cd88127ee77',31);
INSERT INTO "subjects" VALUES('hall','8dcbb72262334185a012f170639bd885',32);
INSERT INTO "subjects" VALUES('hall','a468c20ed6e14753a25356554b413faa',33);
INSERT INTO "subjects" VALUES('hall','8dcbb72262334185a012f170639bd885',33);
INSERT INTO "subjects" VALUES('hall','8dcbb72262334185a012f170639bd885',34);
INSERT INTO "subjects" VALUES('hall','a468c20ed6e14753a25356554b413faa',35);
INSERT INTO "subjects" VALUES('hall','8dcbb72262334185a012f170639bd885',35);
INSERT INTO "subjects" VALUES('hall','8dcbb72262334185a012f170639bd885',36);
INSERT INTO "subjects" VALUES('hall','8dcbb72262334185a012f170639bd885',37);
INSERT INTO "subjects" VALUES('hall','8dcbb72262334185a012f170639bd885',38);
INSERT INTO "subjects" VALUES('hall','a468c20ed6e14753a25356554b413faa',39);
INSERT INTO "subjects" VALUES('hall','8dcbb72262334185a012f170639bd885',39);
CREATE TRIGGER journal_refuses_update BEFORE UPDATE ON journal
    BEGIN SELECT RAISE(ABORT, 'law: the journal is append-only'); END;
CREATE TRIGGER journal_refuses_delete BEFORE DELETE ON journal
    BEGIN SELECT RAISE(ABORT, 'law: the journal is append-only'); END;
CREATE TRIGGER journal_in_order BEFORE INSERT ON journal
    WHEN NEW.seq <> 1 + COALESCE((SELECT MAX(seq) FROM journal WHERE office = NEW.office), 0)
    BEGIN SELECT RAISE(ABORT, 'law: the journal has no gap and no second line'); END;
CREATE INDEX ix_expected_items_office_number ON expected_items (office, number);
CREATE INDEX ix_expected_items_office_list ON expected_items (office, list);
CREATE INDEX ix_arrivals_office_status ON arrivals (office, status);
CREATE INDEX ix_handovers_office_phase ON handovers (office, phase);
CREATE INDEX ix_items_office_arrival ON items (office, arrival);
CREATE INDEX ix_items_office_holder_status ON items (office, holder, status);
CREATE INDEX ix_items_office_number ON items (office, number);
CREATE INDEX ix_cases_office_item ON cases (office, item);
CREATE INDEX ix_cases_office_arrival ON cases (office, arrival);
CREATE INDEX ix_cases_office_handover ON cases (office, handover);
CREATE INDEX ix_handover_items_office_item ON handover_items (office, item);
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
CREATE TRIGGER handovers_refuse_delete BEFORE DELETE ON handovers
    WHEN OLD.phase = 'sealed'
    BEGIN SELECT RAISE(ABORT, 'law: a sealed handover stays as it is'); END;
CREATE TRIGGER handovers_refuse_replacement BEFORE INSERT ON handovers
    WHEN EXISTS (SELECT 1 FROM handovers h
        WHERE h.office = NEW.office AND h.id = NEW.id AND h.phase = 'sealed')
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
COMMIT;
