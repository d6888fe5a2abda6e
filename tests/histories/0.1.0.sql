BEGIN TRANSACTION;
CREATE TABLE "absence" (
    "person" VARCHAR(100) NOT NULL  PRIMARY KEY,
    "delegate" VARCHAR(100) NOT NULL,
    "until" BIGINT NOT NULL,
    "at" BIGINT NOT NULL
);
CREATE TABLE "account_link" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "account" VARCHAR(300) NOT NULL,
    "principal" VARCHAR(140) NOT NULL,
    "at" BIGINT NOT NULL,
    "ended_at" BIGINT,
    CONSTRAINT "uid_account_lin_account_82792c" UNIQUE ("account", "principal")
);
CREATE TABLE "api_answer" (
    "key" VARCHAR(64) NOT NULL  PRIMARY KEY,
    "request" VARCHAR(64) NOT NULL,
    "entry" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "answer" TEXT
);
CREATE TABLE "api_token" (
    "id" VARCHAR(26) NOT NULL  PRIMARY KEY,
    "digest" VARCHAR(64) NOT NULL UNIQUE,
    "name" VARCHAR(100) NOT NULL,
    "person" VARCHAR(100) NOT NULL,
    "scopes" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "expires_at" BIGINT,
    "used_at" BIGINT,
    "ended_at" BIGINT
);
CREATE TABLE "audit" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" BIGINT NOT NULL,
    "actor" VARCHAR(140) NOT NULL,
    "event" VARCHAR(60) NOT NULL,
    "subject" VARCHAR(100) NOT NULL,
    "detail" TEXT NOT NULL,
    "hash" VARCHAR(64) NOT NULL
);
INSERT INTO "audit" VALUES(1,1795929982084679,'engine','process.started','assent','{}','08abd80f037db3a1303f2d9ed8857ec340a10d00bc4c72c1b23583f4261d80a7');
INSERT INTO "audit" VALUES(2,1795929982434172,'play:ann','run.started','doia2q7he76yglbiv4hudzxvwy','{}','190deb0525186a2122bb1a5dd8ca7cc2a9a030d80b8ac4e6fc2e6332406ec316');
INSERT INTO "audit" VALUES(3,1795929982434172,'engine','handoff.opened.approval','ohrjgsjlekf3lb36bvhn5qdq4u','{}','4400dac46166d0aa20e1b209e4ddff16713cfc3db6e206322b7699f48809445b');
INSERT INTO "audit" VALUES(4,1795929982436362,'play:bob','run.started','kogiyumn7ya3grvwjxihhjbgv4','{}','2908d380b9946ccc17252264b87e650cfd2bd625161d13ea2691d92eb8f46af8');
INSERT INTO "audit" VALUES(5,1795929982436362,'engine','handoff.opened.approval','gik32agdnawuqqly5hsnj5run4','{}','dd6e90dd0c1f5fb67ae549812b8ad62bb5b246b30522c04c86a79bbaac4a9ef0');
INSERT INTO "audit" VALUES(6,1795929982438612,'play:cem','run.started','jateaje7fepcgdiqq7ktygcsca','{}','f312cccb3559aead030f29d6f5265fe143fec0a42e9b8eb59aab8238399c38ec');
INSERT INTO "audit" VALUES(7,1795929982438612,'engine','handoff.opened.failure','xlvmzwjwxh275o2jxg24zsssny','{}','a2dc5b5b1c136c3083e881b1a96c07fe148a01eeba0e7f6ee4e62a12aae0fffb');
INSERT INTO "audit" VALUES(8,1795929982441122,'play:dov','run.started','3s554tfo2pc2ecoawjyeu53hkm','{}','dc0e6c1a6934e076a293732b5203d0183487d56c8512acc09cc7657c2552da67');
INSERT INTO "audit" VALUES(9,1795929982441122,'engine','tool.intended','rgxxvcea6tlq4rxpkdyvubrki','{"tool":"bank__give","run":"3s554tfo2pc2ecoawjyeu53hkm"}','ff5eae77cf607a831ff524841bea9a83571b63f2ffa633705218fef6d038a07a');
INSERT INTO "audit" VALUES(10,1795929982441306,'engine','tool.unknown','rgxxvcea6tlq4rxpkdyvubrki','{}','da88edd860bf1d498d889325e86854297f678fc30c7bd54868921bd4217d71ac');
INSERT INTO "audit" VALUES(11,1795929982441306,'engine','handoff.opened.doubt','7nc3lu36u53rcihczsairujwdy','{}','ecaab13f0125f61af3a4080f5cbcd21560d6ac41e3a248189427b109e7e56776');
INSERT INTO "audit" VALUES(12,1795929982444979,'play:eve','run.started','nhslqppg6uwzoortyni5gy64tm','{}','662f1610add6262b6d069755d8f2a44a47c42c2ab04dcd2fcafd3a9c1d29963e');
INSERT INTO "audit" VALUES(13,1795929982463423,'ana','handoff.rejecting','gik32agdnawuqqly5hsnj5run4','{"reason":"","via":"play:review"}','548a292073d070ffb2a33444beda585ee14ee99b40f2890afd0979c5216495d2');
CREATE TABLE "binding" (
    "place" VARCHAR(200) NOT NULL  PRIMARY KEY,
    "team" VARCHAR(100) NOT NULL,
    "person" VARCHAR(100) NOT NULL,
    "at" BIGINT NOT NULL
);
CREATE TABLE "binding_code" (
    "team" VARCHAR(100) NOT NULL  PRIMARY KEY,
    "digest" VARCHAR(64) NOT NULL,
    "person" VARCHAR(100) NOT NULL,
    "told" VARCHAR(200) NOT NULL,
    "tries_left" INT NOT NULL,
    "expires_at" BIGINT NOT NULL
);
CREATE TABLE "board" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "key" VARCHAR(300) NOT NULL UNIQUE,
    "version" BIGINT NOT NULL UNIQUE,
    "place" VARCHAR(200) NOT NULL,
    "kind" VARCHAR(10) NOT NULL,
    "body" TEXT NOT NULL,
    "at" BIGINT NOT NULL
);
INSERT INTO "board" VALUES(1,'doia2q7he76yglbiv4hudzxvwy.1.2',1,'play:ann','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[{"token":"/cancel","label":"Withdraw","style":"neutral"},{"token":"/add","label":"Add something","style":"neutral"},{"token":"/nudge","label":"Ask how it stands","style":"neutral"}],"answer_to":"","reply_to":"","from":"bot"}',1795929982445918);
INSERT INTO "board" VALUES(2,'kogiyumn7ya3grvwjxihhjbgv4.1.2',11,'play:bob','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.\nA reviewer has seen it.","buttons":[{"token":"/cancel","label":"Withdraw","style":"neutral"},{"token":"/add","label":"Add something","style":"neutral"},{"token":"/nudge","label":"Ask how it stands","style":"neutral"}],"answer_to":"","reply_to":"","from":"bot","edited":true}',1795929982446014);
INSERT INTO "board" VALUES(3,'jateaje7fepcgdiqq7ktygcsca.1.2',3,'play:cem','text','{"text":"Something went wrong on our side. A person will look at your request; you need not do anything.","buttons":[],"answer_to":"","reply_to":"","from":"bot"}',1795929982446036);
INSERT INTO "board" VALUES(4,'doia2q7he76yglbiv4hudzxvwy.1.1',4,'play:review','card','{"handoff":"ohrjgsjlekf3lb36bvhn5qdq4u","short_id":"ohrjgs","state":"pending","title":"Approval needed","status":"Waiting for a decision","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 10?","opened_label":"Requested","opened":"5:26 AM UTC","opened_at":"2026-11-29T05:26:22.434172+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"10","note":""}],"raw":"{\"what\":\"10\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"10","at":"5:26 AM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"5:26 AM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:ohrjgsjlekf3lb36bvhn5qdq4u:approve","label":"Approve","style":"positive"},{"token":"h1:ohrjgsjlekf3lb36bvhn5qdq4u:ask_reason","label":"Reject","style":"negative"}],"notice":"","more":[{"token":"h1:ohrjgsjlekf3lb36bvhn5qdq4u:more","label":"More…","style":"neutral"},{"token":"h1:ohrjgsjlekf3lb36bvhn5qdq4u:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:ohrjgsjlekf3lb36bvhn5qdq4u:open","label":"Open in private","style":"neutral"},{"token":"h1:ohrjgsjlekf3lb36bvhn5qdq4u:ask_question","label":"Ask the customer","style":"neutral"},{"token":"h1:ohrjgsjlekf3lb36bvhn5qdq4u:take_over","label":"Talk with the customer","style":"neutral"},{"token":"h1:ohrjgsjlekf3lb36bvhn5qdq4u:claim","label":"I look after this","style":"neutral"},{"token":"h1:ohrjgsjlekf3lb36bvhn5qdq4u:less","label":"Back","style":"neutral"}],"decided":false,"binding":["f67d2f34421503204a3e3e2b3b23f4e2","2111afe3b122f32bae458a444e3346cc"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0,"late_label":"new since the request"}',1795929982446217);
INSERT INTO "board" VALUES(5,'3s554tfo2pc2ecoawjyeu53hkm.2.2',5,'play:dov','text','{"text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","buttons":[],"answer_to":"","reply_to":"","from":"bot"}',1795929982449709);
INSERT INTO "board" VALUES(6,'nhslqppg6uwzoortyni5gy64tm.1.1',6,'play:eve','text','{"text":"To go on I must know that it is you. What is your e-mail address?","buttons":[{"token":"Cancel","label":"Cancel","style":"neutral"}],"answer_to":"","reply_to":"","from":"bot"}',1795929982449743);
INSERT INTO "board" VALUES(7,'kogiyumn7ya3grvwjxihhjbgv4.1.1',10,'play:review','card','{"handoff":"gik32agdnawuqqly5hsnj5run4","short_id":"gik32a","state":"rejecting","title":"Approval needed","status":"ana is rejecting this and is asked for the reason; anybody may still decide","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 20?","opened_label":"Requested","opened":"5:26 AM UTC","opened_at":"2026-11-29T05:26:22.436362+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"20","note":""}],"raw":"{\"what\":\"20\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"20","at":"5:26 AM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"5:26 AM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:gik32agdnawuqqly5hsnj5run4:reject","label":"Reject without a reason","style":"negative"},{"token":"h1:gik32agdnawuqqly5hsnj5run4:reopen","label":"Do not reject","style":"neutral"},{"token":"h1:gik32agdnawuqqly5hsnj5run4:because1","label":"Against our rules","style":"negative"},{"token":"h1:gik32agdnawuqqly5hsnj5run4:because2","label":"Information is missing","style":"negative"},{"token":"h1:gik32agdnawuqqly5hsnj5run4:because3","label":"Asked for twice","style":"negative"},{"token":"h1:gik32agdnawuqqly5hsnj5run4:because4","label":"Looks like misuse","style":"negative"}],"notice":"","more":[{"token":"h1:gik32agdnawuqqly5hsnj5run4:more","label":"More…","style":"neutral"},{"token":"h1:gik32agdnawuqqly5hsnj5run4:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:gik32agdnawuqqly5hsnj5run4:open","label":"Open in private","style":"neutral"},{"token":"h1:gik32agdnawuqqly5hsnj5run4:claim","label":"I look after this","style":"neutral"},{"token":"h1:gik32agdnawuqqly5hsnj5run4:less","label":"Back","style":"neutral"}],"decided":false,"binding":["b5b82fb35ba7035f29897e8f38b8a2d6","5a6fd03d6eb1a359c17dbb0ae0c92001"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0,"late_label":"new since the request"}',1795929982452647);
INSERT INTO "board" VALUES(8,'jateaje7fepcgdiqq7ktygcsca.1.1',8,'play:review','card','{"handoff":"xlvmzwjwxh275o2jxg24zsssny","short_id":"xlvmzw","state":"pending","title":"A request stopped at look","status":"Waiting for a decision","bot_label":"Bot","bot":"fail","reason_label":"Reason","reason":"The node look could not do its work. The tool answered with an error: closed","opened_label":"Requested","opened":"5:26 AM UTC","opened_at":"2026-11-29T05:26:22.438612+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"look","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Cause","value":"closed","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"x","at":"5:26 AM UTC","side":"customer","late":false},{"who":"Bot","text":"Something went wrong on our side. A person will look at your request; you need not do anything.","at":"5:26 AM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:xlvmzwjwxh275o2jxg24zsssny:retry","label":"Retry","style":"neutral"},{"token":"h1:xlvmzwjwxh275o2jxg24zsssny:stop","label":"Stop","style":"negative"}],"notice":"","more":[{"token":"h1:xlvmzwjwxh275o2jxg24zsssny:more","label":"More…","style":"neutral"},{"token":"h1:xlvmzwjwxh275o2jxg24zsssny:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:xlvmzwjwxh275o2jxg24zsssny:open","label":"Open in private","style":"neutral"},{"token":"h1:xlvmzwjwxh275o2jxg24zsssny:ask_question","label":"Ask the customer","style":"neutral"},{"token":"h1:xlvmzwjwxh275o2jxg24zsssny:take_over","label":"Talk with the customer","style":"neutral"},{"token":"h1:xlvmzwjwxh275o2jxg24zsssny:claim","label":"I look after this","style":"neutral"},{"token":"h1:xlvmzwjwxh275o2jxg24zsssny:less","label":"Back","style":"neutral"}],"decided":false,"binding":["7ce8cba6eb22c70b6ac3f260c8615a47","c3eefb58d7c42440a9d4abec51d62954"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0,"late_label":"new since the request"}',1795929982455835);
INSERT INTO "board" VALUES(9,'3s554tfo2pc2ecoawjyeu53hkm.2.1',9,'play:review','card','{"handoff":"7nc3lu36u53rcihczsairujwdy","short_id":"7nc3lu","state":"pending","title":"Was bank__give carried out?","status":"Waiting for a decision","bot_label":"Bot","bot":"doubt","reason_label":"Reason","reason":"The call of bank__give ended without an answer: it may have been carried out. Please look into the other system before you stop the request; it is not called again.","opened_label":"Requested","opened":"5:26 AM UTC","opened_at":"2026-11-29T05:26:22.441306+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"give","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Tool","value":"bank__give","note":""},{"label":"Arguments","value":"{\"to\":\"30\"}","note":""},{"label":"Idempotency key","value":"rgxxvcea6tlq4rxpkdyvubrki","note":""},{"label":"Repeating it","value":"once","note":""},{"label":"Sent","value":"5:26 AM UTC","note":""},{"label":"Cause","value":"the line went dead","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"30","at":"5:26 AM UTC","side":"customer","late":false},{"who":"Bot","text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","at":"5:26 AM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:7nc3lu36u53rcihczsairujwdy:ask_reference","label":"It happened","style":"positive"},{"token":"h1:7nc3lu36u53rcihczsairujwdy:retry","label":"It did not happen","style":"neutral"},{"token":"h1:7nc3lu36u53rcihczsairujwdy:stop","label":"Stop the request","style":"negative"}],"notice":"","more":[{"token":"h1:7nc3lu36u53rcihczsairujwdy:more","label":"More…","style":"neutral"},{"token":"h1:7nc3lu36u53rcihczsairujwdy:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:7nc3lu36u53rcihczsairujwdy:open","label":"Open in private","style":"neutral"},{"token":"h1:7nc3lu36u53rcihczsairujwdy:ask_question","label":"Ask the customer","style":"neutral"},{"token":"h1:7nc3lu36u53rcihczsairujwdy:take_over","label":"Talk with the customer","style":"neutral"},{"token":"h1:7nc3lu36u53rcihczsairujwdy:claim","label":"I look after this","style":"neutral"},{"token":"h1:7nc3lu36u53rcihczsairujwdy:less","label":"Back","style":"neutral"}],"decided":false,"binding":["bc4833e036ad000e8a8fd7cb948dd930","7432f86dc89dcb691395397ff1d115ea"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0,"late_label":"new since the request"}',1795929982458813);
CREATE TABLE "board_file" (
    "id" VARCHAR(64) NOT NULL  PRIMARY KEY,
    "name" TEXT NOT NULL,
    "media_type" VARCHAR(100) NOT NULL,
    "size" BIGINT NOT NULL,
    "data" BLOB NOT NULL
);
CREATE TABLE "card" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "ref" VARCHAR(200) NOT NULL,
    "handoff_id" VARCHAR(26) NOT NULL REFERENCES "handoff" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_card_handoff_c3d378" UNIQUE ("handoff_id", "place", "ref")
);
INSERT INTO "card" VALUES(1,'play:review','4','ohrjgsjlekf3lb36bvhn5qdq4u');
INSERT INTO "card" VALUES(2,'play:review','7','gik32agdnawuqqly5hsnj5run4');
INSERT INTO "card" VALUES(3,'play:review','8','xlvmzwjwxh275o2jxg24zsssny');
INSERT INTO "card" VALUES(4,'play:review','9','7nc3lu36u53rcihczsairujwdy');
CREATE TABLE "challenge" (
    "id" VARCHAR(26) NOT NULL  PRIMARY KEY,
    "contact" VARCHAR(254) NOT NULL,
    "digest" VARCHAR(64) NOT NULL,
    "tries_left" INT NOT NULL,
    "expires_at" BIGINT NOT NULL,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT
);
CREATE TABLE "code_count" (
    "key" VARCHAR(80) NOT NULL  PRIMARY KEY,
    "contact" VARCHAR(254) NOT NULL,
    "chat" VARCHAR(100) NOT NULL,
    "at" BIGINT NOT NULL
);
CREATE TABLE "comment" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "person" VARCHAR(100) NOT NULL,
    "name" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "words" TEXT NOT NULL,
    "handoff_id" VARCHAR(26) NOT NULL REFERENCES "handoff" ("id") ON DELETE RESTRICT
);
CREATE TABLE "conversation" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "key" VARCHAR(500) NOT NULL UNIQUE,
    "bot" VARCHAR(100) NOT NULL,
    "channel" VARCHAR(32) NOT NULL,
    "account" VARCHAR(100) NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "user_id" VARCHAR(100) NOT NULL,
    "user_name" TEXT NOT NULL,
    "locale" VARCHAR(35) NOT NULL,
    "proven" VARCHAR(254),
    "proven_at" BIGINT,
    "talk" VARCHAR(26)
);
INSERT INTO "conversation" VALUES(1,'playdefaultapproveplay:annann','approve','play','default','play:ann','ann','ann','en',NULL,NULL,NULL);
INSERT INTO "conversation" VALUES(2,'playdefaultapproveplay:bobbob','approve','play','default','play:bob','bob','bob','en',NULL,NULL,NULL);
INSERT INTO "conversation" VALUES(3,'playdefaultfailplay:cemcem','fail','play','default','play:cem','cem','cem','en',NULL,NULL,NULL);
INSERT INTO "conversation" VALUES(4,'playdefaultdoubtplay:dovdov','doubt','play','default','play:dov','dov','dov','en',NULL,NULL,NULL);
INSERT INTO "conversation" VALUES(5,'playdefaultgateplay:eveeve','gate','play','default','play:eve','eve','eve','en',NULL,NULL,NULL);
CREATE TABLE "decision" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "action" VARCHAR(12) NOT NULL,
    "person" VARCHAR(100),
    "person_name" TEXT NOT NULL,
    "at" BIGINT NOT NULL,
    "reason" TEXT NOT NULL,
    "via" VARCHAR(200) NOT NULL,
    "choice" VARCHAR(100),
    "handoff_id" VARCHAR(26) NOT NULL UNIQUE REFERENCES "handoff" ("id") ON DELETE RESTRICT
);
CREATE TABLE "effect" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "key" VARCHAR(80) NOT NULL UNIQUE,
    "lane" VARCHAR(300) NOT NULL,
    "kind" VARCHAR(10) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "payload" TEXT NOT NULL,
    "rendered" TEXT,
    "attempts" INT NOT NULL,
    "due_at" BIGINT,
    "lease_until" BIGINT,
    "detail" TEXT
);
INSERT INTO "effect" VALUES(1,'doia2q7he76yglbiv4hudzxvwy.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(2,'doia2q7he76yglbiv4hudzxvwy.1.2','play:ann','status','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(3,'kogiyumn7ya3grvwjxihhjbgv4.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(4,'kogiyumn7ya3grvwjxihhjbgv4.1.2','play:bob','status','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(5,'jateaje7fepcgdiqq7ktygcsca.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(6,'jateaje7fepcgdiqq7ktygcsca.1.2','play:cem','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(7,'3s554tfo2pc2ecoawjyeu53hkm.2.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(8,'3s554tfo2pc2ecoawjyeu53hkm.2.2','play:dov','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(9,'nhslqppg6uwzoortyni5gy64tm.1.1','play:eve','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(10,'kogiyumn7ya3grvwjxihhjbgv4.2.e1','play:review','edit','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(11,'kogiyumn7ya3grvwjxihhjbgv4.2.1','play:bob','restatus','sent','{}',NULL,1,NULL,NULL,NULL);
CREATE TABLE "found" (
    "handoff" VARCHAR(26) NOT NULL  PRIMARY KEY,
    "bot" VARCHAR(100) NOT NULL,
    "team" VARCHAR(100) NOT NULL,
    "teams" TEXT NOT NULL,
    "kind" VARCHAR(10) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "node" TEXT NOT NULL,
    "person" VARCHAR(100),
    "amount" BIGINT,
    "opened_at" BIGINT NOT NULL,
    "due_at" BIGINT,
    "closed_at" BIGINT
);
CREATE TABLE "found_word" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "word" VARCHAR(40) NOT NULL,
    "opened_at" BIGINT NOT NULL,
    "handoff" VARCHAR(26) NOT NULL,
    CONSTRAINT "uid_found_word_word_84da1b" UNIQUE ("word", "opened_at", "handoff")
);
CREATE TABLE "handoff" (
    "id" VARCHAR(26) NOT NULL  PRIMARY KEY,
    "bot" VARCHAR(100) NOT NULL,
    "node" TEXT NOT NULL,
    "token" BIGINT NOT NULL,
    "kind" VARCHAR(10) NOT NULL,
    "team" VARCHAR(100) NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "question" TEXT NOT NULL,
    "places" TEXT NOT NULL,
    "requester" VARCHAR(140) NOT NULL,
    "opened_at" BIGINT NOT NULL,
    "due_at" BIGINT,
    "remind_at" BIGINT,
    "unreached" TEXT,
    "asked_by" VARCHAR(300),
    "progress" TEXT,
    "status_ref" VARCHAR(200),
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT
);
INSERT INTO "handoff" VALUES('ohrjgsjlekf3lb36bvhn5qdq4u','approve','ask',2,'approval','finance','pending','{"kind":"approval","reason":"Pay 10?","calls":[["pay","bank__pay","{\"what\":\"10\"}","the same tool","434f7e5ba52b2df813904831e32b4daa"]],"remind":[3600,86400]}','["play:review"]','play:ann',1795929982434172,NULL,1795933582434172,NULL,NULL,NULL,'1',1,'doia2q7he76yglbiv4hudzxvwy');
INSERT INTO "handoff" VALUES('gik32agdnawuqqly5hsnj5run4','approve','ask',2,'approval','finance','rejecting','{"kind":"approval","reason":"Pay 20?","calls":[["pay","bank__pay","{\"what\":\"20\"}","the same tool","7ec657a0009befbaefd0bd4865500a0b"]],"remind":[3600,86400]}','["play:review"]','play:bob',1795929982436362,NULL,1795933582436362,NULL,'play:ana@play:review',NULL,'2',2,'kogiyumn7ya3grvwjxihhjbgv4');
INSERT INTO "handoff" VALUES('xlvmzwjwxh275o2jxg24zsssny','fail','look',2,'failure','','pending','{"kind":"failure","reason":"closed","error":{"node":"look","field":"toolName","path":"","code":"tool-failed","detail":"closed"},"remind":[3600,86400]}','["play:review"]','play:cem',1795929982438612,NULL,1795933582438612,NULL,NULL,NULL,NULL,3,'jateaje7fepcgdiqq7ktygcsca');
INSERT INTO "handoff" VALUES('7nc3lu36u53rcihczsairujwdy','doubt','give',2,'doubt','','pending','{"kind":"doubt","reason":"the line went dead","error":{"node":"give","field":"toolName","path":"","code":"tool-unknown","tool":"bank__give","arguments":"{\"to\":\"30\"}","key":"rgxxvcea6tlq4rxpkdyvubrki","effect":"once","finding":"","sent_at":"2026-11-29T05:26:22.441122+00:00","detail":"the line went dead"},"retry_after":1795930022441122,"remind":[3600,86400]}','["play:review"]','play:dov',1795929982441306,NULL,1795933582441306,NULL,NULL,NULL,NULL,4,'3s554tfo2pc2ecoawjyeu53hkm');
CREATE TABLE "inbox" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "source" VARCHAR(300) NOT NULL UNIQUE,
    "state" VARCHAR(10) NOT NULL,
    "starts" INT NOT NULL,
    "payload" TEXT,
    "lease_by" VARCHAR(26),
    "lease_until" BIGINT,
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT
);
INSERT INTO "inbox" VALUES(1,'play/default/ann-1-10','done',0,NULL,NULL,NULL,1);
INSERT INTO "inbox" VALUES(2,'play/default/bob-2-20','done',0,NULL,NULL,NULL,2);
INSERT INTO "inbox" VALUES(3,'play/default/cem-3-x','done',0,NULL,NULL,NULL,3);
INSERT INTO "inbox" VALUES(4,'play/default/dov-4-30','done',0,NULL,NULL,NULL,4);
INSERT INTO "inbox" VALUES(5,'play/default/eve-5-hello','done',0,NULL,NULL,NULL,5);
CREATE TABLE "instance" (
    "name" VARCHAR(64) NOT NULL  PRIMARY KEY,
    "value" TEXT NOT NULL
);
INSERT INTO "instance" VALUES('audit_head','13 548a292073d070ffb2a33444beda585ee14ee99b40f2890afd0979c5216495d2');
INSERT INTO "instance" VALUES('id','zydwdzjh5ekesm6vifctns3tru');
INSERT INTO "instance" VALUES('key','21687f42292ea2db7f547ec79dd60c9b86dc9e23ef983f08dc516d08a012287b');
INSERT INTO "instance" VALUES('note:follows webhooks','1');
CREATE TABLE "link_code" (
    "key" VARCHAR(160) NOT NULL  PRIMARY KEY,
    "digest" VARCHAR(64) NOT NULL,
    "principal" VARCHAR(140) NOT NULL,
    "account" VARCHAR(300) NOT NULL,
    "told" VARCHAR(200) NOT NULL,
    "expires_at" BIGINT NOT NULL,
    "used_by" VARCHAR(300)
);
CREATE TABLE "link_try" (
    "account" VARCHAR(300) NOT NULL  PRIMARY KEY,
    "tries" INT NOT NULL,
    "until" BIGINT NOT NULL
);
CREATE TABLE "message" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" BIGINT NOT NULL,
    "author" VARCHAR(10) NOT NULL,
    "words" TEXT NOT NULL,
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT
);
INSERT INTO "message" VALUES(1,1795929982432211,'customer','{"text":"10"}',1);
INSERT INTO "message" VALUES(2,1795929982434172,'bot','{"id":"customer-escalated"}',1);
INSERT INTO "message" VALUES(3,1795929982433191,'customer','{"text":"20"}',2);
INSERT INTO "message" VALUES(4,1795929982436362,'bot','{"id":"customer-escalated"}',2);
INSERT INTO "message" VALUES(5,1795929982433939,'customer','{"text":"x"}',3);
INSERT INTO "message" VALUES(6,1795929982438612,'bot','{"id":"customer-person-will-look"}',3);
INSERT INTO "message" VALUES(7,1795929982436153,'customer','{"text":"30"}',4);
INSERT INTO "message" VALUES(8,1795929982441306,'bot','{"id":"customer-being-checked"}',4);
INSERT INTO "message" VALUES(9,1795929982437401,'customer','{"text":"hello"}',5);
INSERT INTO "message" VALUES(10,1795929982444979,'bot','{"id":"auth-ask-address"}',5);
CREATE TABLE "mute" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "person" VARCHAR(100) NOT NULL,
    "channel" VARCHAR(32) NOT NULL,
    "at" BIGINT NOT NULL,
    CONSTRAINT "uid_mute_person_138a27" UNIQUE ("person", "channel")
);
CREATE TABLE "relayed" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "ref" VARCHAR(200) NOT NULL,
    "source_place" VARCHAR(200),
    "source_ref" VARCHAR(200),
    "handoff_id" VARCHAR(26) NOT NULL REFERENCES "handoff" ("id") ON DELETE RESTRICT
);
CREATE TABLE "room" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "own" INT NOT NULL,
    "is_open" INT NOT NULL,
    "handoff_id" VARCHAR(26) NOT NULL UNIQUE REFERENCES "handoff" ("id") ON DELETE RESTRICT
);
CREATE TABLE "run" (
    "id" VARCHAR(26) NOT NULL  PRIMARY KEY,
    "bot" VARCHAR(100) NOT NULL,
    "status" VARCHAR(10) NOT NULL,
    "version" BIGINT NOT NULL,
    "started_at" BIGINT NOT NULL,
    "lease_until" BIGINT,
    "claims" INT NOT NULL,
    "state" TEXT NOT NULL,
    "erasable_since" BIGINT,
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT,
    "workflow_id" VARCHAR(64) NOT NULL REFERENCES "workflow" ("hash") ON DELETE RESTRICT
);
INSERT INTO "run" VALUES('doia2q7he76yglbiv4hudzxvwy','approve','waiting',1,1795929982434150,NULL,0,'{"v":1,"variables":{"message":"10","user_id":"ann","user_name":"ann","channel_id":"play:ann","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"ohrjgsjlekf3lb36bvhn5qdq4u"}],"next_token":3,"steps":2,"told":["ohrjgsjlekf3lb36bvhn5qdq4u"]}',NULL,1,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('kogiyumn7ya3grvwjxihhjbgv4','approve','waiting',2,1795929982436354,NULL,0,'{"v":1,"variables":{"message":"20","user_id":"bob","user_name":"bob","channel_id":"play:bob","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"gik32agdnawuqqly5hsnj5run4"}],"next_token":3,"steps":2,"told":["gik32agdnawuqqly5hsnj5run4"]}',NULL,2,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('jateaje7fepcgdiqq7ktygcsca','fail','stopped',1,1795929982438605,NULL,0,'{"v":1,"variables":{"message":"x","user_id":"cem","user_name":"cem","channel_id":"play:cem","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"look":1},"tokens":[{"id":2,"node":"look","visit":1,"state":"operator","handoff":"xlvmzwjwxh275o2jxg24zsssny"}],"next_token":3,"steps":2}',NULL,3,'0a96ebe0c88d4c6916329c061f034ce9c68cf3c8040ca7963e6d8c4f49ff0889');
INSERT INTO "run" VALUES('3s554tfo2pc2ecoawjyeu53hkm','doubt','stopped',2,1795929982441117,NULL,0,'{"v":1,"variables":{"message":"30","user_id":"dov","user_name":"dov","channel_id":"play:dov","platform":"play","attachments":[]},"given":6,"frozen":{"give":["bank__give","{\"to\":\"30\"}","","7725203bad8844c5128bae3e4719ea81"]},"visits":{"t":1,"give":1},"tokens":[{"id":2,"node":"give","visit":1,"state":"operator","handoff":"7nc3lu36u53rcihczsairujwdy"}],"next_token":3,"steps":2}',NULL,4,'9a09fc79f038c977e11f1ed7812e8e23fe2d496ebba6eef5bf854462affd705b');
INSERT INTO "run" VALUES('nhslqppg6uwzoortyni5gy64tm','gate','waiting',1,1795929982444973,NULL,0,'{"v":1,"variables":{"message":"hello","user_id":"eve","user_name":"eve","channel_id":"play:eve","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"gate":1},"tokens":[{"id":2,"node":"gate","visit":1,"state":"reply","memo":{"asks":"address","refused":0},"asked_at":1795929982444979}],"next_token":3,"steps":2}',NULL,5,'f8429bae376caabce74426220bb99cc799c74e0d9195a292c44a3458afb87166');
CREATE TABLE "seen_event" (
    "id" VARCHAR(100) NOT NULL  PRIMARY KEY,
    "at" BIGINT NOT NULL
);
CREATE TABLE "sign_in" (
    "digest" VARCHAR(64) NOT NULL  PRIMARY KEY,
    "person" VARCHAR(100) NOT NULL,
    "told" VARCHAR(200) NOT NULL,
    "expires_at" BIGINT NOT NULL
);
CREATE TABLE "step" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "version" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "visits" TEXT NOT NULL,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_step_run_id_2f13af" UNIQUE ("run_id", "version")
);
INSERT INTO "step" VALUES(1,1,1795929982434172,'[["t","default"],["ask","[decision]"]]','doia2q7he76yglbiv4hudzxvwy');
INSERT INTO "step" VALUES(2,1,1795929982436362,'[["t","default"],["ask","[decision]"]]','kogiyumn7ya3grvwjxihhjbgv4');
INSERT INTO "step" VALUES(3,1,1795929982438612,'[["t","default"],["look","[failure]"]]','jateaje7fepcgdiqq7ktygcsca');
INSERT INTO "step" VALUES(4,1,1795929982441122,'[["t","default"]]','3s554tfo2pc2ecoawjyeu53hkm');
INSERT INTO "step" VALUES(5,2,1795929982441306,'[["give","[doubt]"]]','3s554tfo2pc2ecoawjyeu53hkm');
INSERT INTO "step" VALUES(6,1,1795929982444979,'[["t","default"],["gate","[reply]"]]','nhslqppg6uwzoortyni5gy64tm');
CREATE TABLE "tool_intent" (
    "key" VARCHAR(25) NOT NULL  PRIMARY KEY,
    "node" TEXT NOT NULL,
    "token" BIGINT NOT NULL,
    "tool" TEXT NOT NULL,
    "arguments" TEXT NOT NULL,
    "digest" VARCHAR(64) NOT NULL,
    "effect" VARCHAR(10) NOT NULL,
    "attempt" INT NOT NULL,
    "epoch" BIGINT NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "at" BIGINT NOT NULL,
    "deadline" BIGINT NOT NULL,
    "ended_at" BIGINT,
    "detail" TEXT,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT
);
INSERT INTO "tool_intent" VALUES('rgxxvcea6tlq4rxpkdyvubrki','give',2,'bank__give','{"to":"30"}','7725203bad8844c5128bae3e4719ea81','once',0,1,'unknown',1795929982441122,1795930012441122,1795929982441306,'"the line went dead"','3s554tfo2pc2ecoawjyeu53hkm');
CREATE TABLE "tortoise_migrations" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "app" VARCHAR(255) NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "applied_at" TIMESTAMP NOT NULL,
    CONSTRAINT "uid_tortoise_mi_app_3803a5" UNIQUE ("app", "name")
);
INSERT INTO "tortoise_migrations" VALUES(1,'models','0001_initial','2026-11-29 05:26:22.073832+00:00');
CREATE TABLE "web_session" (
    "digest" VARCHAR(64) NOT NULL  PRIMARY KEY,
    "person" VARCHAR(100) NOT NULL,
    "operator" INT NOT NULL,
    "agent" VARCHAR(200) NOT NULL,
    "at" BIGINT NOT NULL,
    "seen_at" BIGINT NOT NULL,
    "ends_at" BIGINT NOT NULL,
    "ended_at" BIGINT
);
CREATE TABLE "webhook" (
    "id" VARCHAR(26) NOT NULL  PRIMARY KEY,
    "url" TEXT NOT NULL,
    "secret" TEXT NOT NULL,
    "events" TEXT NOT NULL,
    "bot" VARCHAR(100) NOT NULL,
    "person" VARCHAR(100) NOT NULL,
    "at" BIGINT NOT NULL,
    "ended_at" BIGINT
);
CREATE TABLE "webhook_call" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "entry" BIGINT NOT NULL,
    "event" VARCHAR(40) NOT NULL,
    "body" TEXT NOT NULL,
    "state" VARCHAR(10) NOT NULL,
    "attempts" INT NOT NULL,
    "due_at" BIGINT NOT NULL,
    "lease_until" BIGINT,
    "detail" TEXT,
    "webhook_id" VARCHAR(26) NOT NULL REFERENCES "webhook" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_webhook_cal_webhook_9d7f26" UNIQUE ("webhook_id", "entry")
);
CREATE TABLE "workflow" (
    "hash" VARCHAR(64) NOT NULL  PRIMARY KEY,
    "name" TEXT NOT NULL,
    "document" TEXT NOT NULL
);
INSERT INTO "workflow" VALUES('5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b','','{"edges":[{"source":"t","target":"ask"},{"source":"ask","sourceHandle":"approved","target":"pay"},{"source":"ask","sourceHandle":"rejected","target":"no"},{"source":"pay","target":"yes"}],"nodes":[{"data":{"triggerType":"message_received"},"id":"t","type":"trigger"},{"data":{"actionType":"human_handoff","reason":"Pay {{message}}?"},"id":"ask","type":"action"},{"data":{"arguments":{"what":"{{message}}"},"outputVariable":"paid","toolName":"bank__pay"},"id":"pay","type":"mcp_tool"},{"data":{"message":"Done."},"id":"yes","type":"send_message"},{"data":{"message":"Refused."},"id":"no","type":"send_message"}]}');
INSERT INTO "workflow" VALUES('0a96ebe0c88d4c6916329c061f034ce9c68cf3c8040ca7963e6d8c4f49ff0889','','{"edges":[{"source":"t","target":"look"},{"source":"look","target":"yes"}],"nodes":[{"data":{"triggerType":"message_received"},"id":"t","type":"trigger"},{"data":{"arguments":{},"outputVariable":"seen","toolName":"bank__look"},"id":"look","type":"mcp_tool"},{"data":{"message":"Done."},"id":"yes","type":"send_message"}]}');
INSERT INTO "workflow" VALUES('9a09fc79f038c977e11f1ed7812e8e23fe2d496ebba6eef5bf854462affd705b','','{"edges":[{"source":"t","target":"give"},{"source":"give","target":"yes"}],"nodes":[{"data":{"triggerType":"message_received"},"id":"t","type":"trigger"},{"data":{"arguments":{"to":"{{message}}"},"outputVariable":"given","toolName":"bank__give"},"id":"give","type":"mcp_tool"},{"data":{"message":"Done."},"id":"yes","type":"send_message"}]}');
INSERT INTO "workflow" VALUES('f8429bae376caabce74426220bb99cc799c74e0d9195a292c44a3458afb87166','','{"edges":[{"source":"t","target":"gate"},{"source":"gate","sourceHandle":"verified","target":"yes"}],"nodes":[{"data":{"triggerType":"message_received"},"id":"t","type":"trigger"},{"data":{"contact_type":"email","outputVariable":"email","provider":"resend"},"id":"gate","type":"auth_gate"},{"data":{"message":"Done."},"id":"yes","type":"send_message"}]}');
INSERT INTO "workflow" VALUES('3a38539552dee730e64a1ae9f37319cd442460cce7c25de40d527cc76f2c0bfb','human','{"edges":[{"source":"asked","target":"person"},{"source":"person","sourceHandle":"helped","target":"end"},{"source":"person","sourceHandle":"closed","target":"end"},{"source":"person","sourceHandle":"timeout","target":"end"}],"id":"human","name":"human","nodes":[{"data":{"triggerType":"message_received"},"id":"asked","type":"trigger"},{"data":{"actionType":"human_handoff","options":[{"id":"helped","label":"Helped"},{"id":"closed","label":"Closed"}],"reason":"{{user_name}}: {{message}}","takeOver":true,"timeout":"30d"},"id":"person","type":"action"},{"data":{"actionType":"end"},"id":"end","type":"action"}]}');
CREATE INDEX "idx_api_answer_at_bdf46d" ON "api_answer" ("at");
CREATE INDEX "idx_api_token_person_bfcddd" ON "api_token" ("person");
CREATE INDEX "idx_audit_subject_4e0c9e" ON "audit" ("subject");
CREATE INDEX "idx_code_count_contact_610b12" ON "code_count" ("contact");
CREATE INDEX "idx_code_count_chat_fe1ac0" ON "code_count" ("chat");
CREATE INDEX "idx_effect_state_53c396" ON "effect" ("state", "lane");
CREATE INDEX "idx_found_opened__515fb2" ON "found" ("opened_at", "handoff");
CREATE INDEX "idx_found_state_129a15" ON "found" ("state", "opened_at", "handoff");
CREATE INDEX "idx_found_team_bbe607" ON "found" ("team", "opened_at", "handoff");
CREATE INDEX "idx_found_person_b0d417" ON "found" ("person", "opened_at", "handoff");
CREATE INDEX "idx_found_closed__9ff096" ON "found" ("closed_at");
CREATE INDEX "idx_found_word_handoff_7a2c85" ON "found_word" ("handoff");
CREATE INDEX "idx_inbox_state_478c1f" ON "inbox" ("state", "conversation_id");
CREATE INDEX "idx_message_convers_e51163" ON "message" ("conversation_id");
CREATE INDEX "idx_web_session_person_3f18dc" ON "web_session" ("person");
CREATE INDEX "idx_webhook_cal_state_621faf" ON "webhook_call" ("state", "due_at");
CREATE INDEX "idx_run_status_bad305" ON "run" ("status", "started_at", "id");
CREATE INDEX "idx_run_convers_f9d697" ON "run" ("conversation_id");
CREATE INDEX "idx_run_bot_b01288" ON "run" ("bot", "erasable_since");
CREATE INDEX "idx_challenge_run_id_3515d1" ON "challenge" ("run_id");
CREATE INDEX "idx_handoff_state_ed4a45" ON "handoff" ("state", "opened_at");
CREATE INDEX "idx_handoff_due_at_0f6cec" ON "handoff" ("due_at");
CREATE INDEX "idx_handoff_remind__2743af" ON "handoff" ("remind_at");
CREATE INDEX "idx_handoff_run_id_981e3a" ON "handoff" ("run_id");
CREATE INDEX "idx_comment_handoff_b3f3da" ON "comment" ("handoff_id");
CREATE INDEX "idx_relayed_place_20101c" ON "relayed" ("place", "ref");
CREATE INDEX "idx_relayed_source__9c76fe" ON "relayed" ("source_place", "source_ref");
CREATE INDEX "idx_room_place_a3bc2f" ON "room" ("place");
CREATE INDEX "idx_tool_intent_run_id_c9165e" ON "tool_intent" ("run_id");
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('tortoise_migrations',1);
INSERT INTO "sqlite_sequence" VALUES('audit',13);
INSERT INTO "sqlite_sequence" VALUES('conversation',5);
INSERT INTO "sqlite_sequence" VALUES('inbox',5);
INSERT INTO "sqlite_sequence" VALUES('step',6);
INSERT INTO "sqlite_sequence" VALUES('message',10);
INSERT INTO "sqlite_sequence" VALUES('effect',11);
INSERT INTO "sqlite_sequence" VALUES('board',9);
INSERT INTO "sqlite_sequence" VALUES('card',4);
COMMIT;
