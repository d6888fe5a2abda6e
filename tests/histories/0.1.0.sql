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
CREATE TABLE "audit" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "at" BIGINT NOT NULL,
    "actor" VARCHAR(140) NOT NULL,
    "event" VARCHAR(60) NOT NULL,
    "subject" VARCHAR(100) NOT NULL,
    "detail" TEXT NOT NULL,
    "hash" VARCHAR(64) NOT NULL
);
INSERT INTO "audit" VALUES(1,1795888370488981,'engine','process.started','assent','{}','dc0b69d5af4d8ca891c5d5ae891936c3848c1164c71da2554cc0931429c34f67');
INSERT INTO "audit" VALUES(2,1795888370804686,'play:ann','run.started','cuvsrst7dczu7zlskc3pjcth2a','{}','ea1749d9749c365a772afb8d1fba172647a4e6bb31bf9a40593c477a2ba366ab');
INSERT INTO "audit" VALUES(3,1795888370804686,'engine','handoff.opened.approval','zgmamxomzotkfeftljsb3chrtm','{}','ff576a53888655af301fbfecd2fb05c538985b4a82a289a3c7c2ed855c20959f');
INSERT INTO "audit" VALUES(4,1795888370816578,'play:bob','run.started','tkgnuyx4k6wk5cmsh4dk42pq6m','{}','ac2bcd21b596642246a54f46fc58d9ed7d456fd1938d57bf6290c767b3ad8e1c');
INSERT INTO "audit" VALUES(5,1795888370816578,'engine','handoff.opened.approval','pxrudsc7lh3ouyfbzbt7gjdg2e','{}','ef53be355ae40d88a83723f01d3e154aecb37864efa92e93049801d133501ac4');
INSERT INTO "audit" VALUES(6,1795888370824586,'play:cem','run.started','kwlgbqtaao6njicz3cbqbpwsji','{}','8576f3d6c2dd115ac069c2e4520c49b138b0e19e2fb74791631b98a25b04194c');
INSERT INTO "audit" VALUES(7,1795888370824586,'engine','handoff.opened.failure','hudyhupclxukbexaqfwb2u6e4e','{}','4dd36b41d26fbf9fe22f7273dee2c1b1656a5bb548d33e942c20e8e3f4918957');
INSERT INTO "audit" VALUES(8,1795888370828782,'play:dov','run.started','6jc4al4fb5vlubdtz2m3skmbvu','{}','e41ebb626f4bfe46bc29ff2811c57151f78d048e30c76cd63167a02101496afc');
INSERT INTO "audit" VALUES(9,1795888370828782,'engine','tool.intended','v445bjpadu7h2xjorasg2sdbe','{"tool":"bank__give","run":"6jc4al4fb5vlubdtz2m3skmbvu"}','93006a467eee356efa05ac4fe5dff8f237a42e3b6a5beef182a604f41085b3a1');
INSERT INTO "audit" VALUES(10,1795888370837478,'play:eve','run.started','el2n6s75moshscrt5pvthbkbwy','{}','d4a5bc8859a457fb64e0ea1115e898dc05845e1e08572607a2445fe3f66caba0');
INSERT INTO "audit" VALUES(11,1795888370829029,'engine','tool.unknown','v445bjpadu7h2xjorasg2sdbe','{}','422ab1e6be255528696be0c3356abb0cd6b4ef0f6fbbb700a3999b7f3aff39fc');
INSERT INTO "audit" VALUES(12,1795888370829029,'engine','handoff.opened.doubt','bpvjkoingwjjn57x3x4cqwwy6a','{}','03ef123af881309e8bfa0950254a91588b5040e208dbd17aaa861fdf2f675a34');
INSERT INTO "audit" VALUES(13,1795888370944366,'ana','handoff.rejecting','pxrudsc7lh3ouyfbzbt7gjdg2e','{"reason":"","via":"play:review"}','176e605f1e0d15e78776713c5e84810ced5fcc61dbd022a94bbc45e4ef0f1c62');
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
INSERT INTO "board" VALUES(1,'cuvsrst7dczu7zlskc3pjcth2a.1.2',1,'play:ann','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"answer_to":"","from":"bot"}',1795888370841010);
INSERT INTO "board" VALUES(2,'tkgnuyx4k6wk5cmsh4dk42pq6m.1.2',2,'play:bob','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[],"answer_to":"","from":"bot"}',1795888370841039);
INSERT INTO "board" VALUES(3,'kwlgbqtaao6njicz3cbqbpwsji.1.2',3,'play:cem','text','{"text":"Something went wrong on our side. A person will look at your request; you need not do anything.","buttons":[],"answer_to":"","from":"bot"}',1795888370847801);
INSERT INTO "board" VALUES(4,'cuvsrst7dczu7zlskc3pjcth2a.1.1',4,'play:review','card','{"handoff":"zgmamxomzotkfeftljsb3chrtm","short_id":"zgmamx","state":"pending","title":"Approval needed","status":"Waiting for a decision","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 10?","opened_label":"Requested","opened":"5:52 PM UTC","opened_at":"2026-11-28T17:52:50.804686+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"10","note":""}],"raw":"{\"what\":\"10\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"10","at":"5:52 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"5:52 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:zgmamxomzotkfeftljsb3chrtm:approve","label":"Approve","style":"positive"},{"token":"h1:zgmamxomzotkfeftljsb3chrtm:ask_reason","label":"Reject","style":"negative"}],"notice":"","more":[{"token":"h1:zgmamxomzotkfeftljsb3chrtm:more","label":"More…","style":"neutral"},{"token":"h1:zgmamxomzotkfeftljsb3chrtm:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:zgmamxomzotkfeftljsb3chrtm:open","label":"Open in private","style":"neutral"},{"token":"h1:zgmamxomzotkfeftljsb3chrtm:claim","label":"I look after this","style":"neutral"},{"token":"h1:zgmamxomzotkfeftljsb3chrtm:less","label":"Back","style":"neutral"}],"decided":false,"binding":["12ce1988c6e95dc7442535c140eb5a85","2111afe3b122f32bae458a444e3346cc"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795888370860326);
INSERT INTO "board" VALUES(5,'el2n6s75moshscrt5pvthbkbwy.1.1',5,'play:eve','text','{"text":"To go on I must know that it is you. What is your e-mail address?","buttons":[{"token":"Cancel","label":"Cancel","style":"neutral"}],"answer_to":"","from":"bot"}',1795888370860397);
INSERT INTO "board" VALUES(6,'6jc4al4fb5vlubdtz2m3skmbvu.2.2',6,'play:dov','text','{"text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","buttons":[],"answer_to":"","from":"bot"}',1795888370864209);
INSERT INTO "board" VALUES(7,'tkgnuyx4k6wk5cmsh4dk42pq6m.1.1',10,'play:review','card','{"handoff":"pxrudsc7lh3ouyfbzbt7gjdg2e","short_id":"pxruds","state":"rejecting","title":"Approval needed","status":"ana is rejecting this and is asked for the reason; anybody may still decide","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 20?","opened_label":"Requested","opened":"5:52 PM UTC","opened_at":"2026-11-28T17:52:50.816578+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"20","note":""}],"raw":"{\"what\":\"20\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"20","at":"5:52 PM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"5:52 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:pxrudsc7lh3ouyfbzbt7gjdg2e:reject","label":"Reject without a reason","style":"negative"},{"token":"h1:pxrudsc7lh3ouyfbzbt7gjdg2e:reopen","label":"Do not reject","style":"neutral"},{"token":"h1:pxrudsc7lh3ouyfbzbt7gjdg2e:because1","label":"Against our rules","style":"negative"},{"token":"h1:pxrudsc7lh3ouyfbzbt7gjdg2e:because2","label":"Information is missing","style":"negative"},{"token":"h1:pxrudsc7lh3ouyfbzbt7gjdg2e:because3","label":"Asked for twice","style":"negative"},{"token":"h1:pxrudsc7lh3ouyfbzbt7gjdg2e:because4","label":"Looks like misuse","style":"negative"}],"notice":"","more":[{"token":"h1:pxrudsc7lh3ouyfbzbt7gjdg2e:more","label":"More…","style":"neutral"},{"token":"h1:pxrudsc7lh3ouyfbzbt7gjdg2e:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:pxrudsc7lh3ouyfbzbt7gjdg2e:open","label":"Open in private","style":"neutral"},{"token":"h1:pxrudsc7lh3ouyfbzbt7gjdg2e:claim","label":"I look after this","style":"neutral"},{"token":"h1:pxrudsc7lh3ouyfbzbt7gjdg2e:less","label":"Back","style":"neutral"}],"decided":false,"binding":["c68c4f9cc4c63ee194fe7ee260f3e482","5a6fd03d6eb1a359c17dbb0ae0c92001"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795888370873872);
INSERT INTO "board" VALUES(8,'kwlgbqtaao6njicz3cbqbpwsji.1.1',8,'play:review','card','{"handoff":"hudyhupclxukbexaqfwb2u6e4e","short_id":"hudyhu","state":"pending","title":"A request stopped at look","status":"Waiting for a decision","bot_label":"Bot","bot":"fail","reason_label":"Reason","reason":"The node look could not do its work. The tool answered with an error: closed","opened_label":"Requested","opened":"5:52 PM UTC","opened_at":"2026-11-28T17:52:50.824586+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"look","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Cause","value":"closed","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"x","at":"5:52 PM UTC","side":"customer","late":false},{"who":"Bot","text":"Something went wrong on our side. A person will look at your request; you need not do anything.","at":"5:52 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:hudyhupclxukbexaqfwb2u6e4e:retry","label":"Retry","style":"neutral"},{"token":"h1:hudyhupclxukbexaqfwb2u6e4e:stop","label":"Stop","style":"negative"}],"notice":"","more":[{"token":"h1:hudyhupclxukbexaqfwb2u6e4e:more","label":"More…","style":"neutral"},{"token":"h1:hudyhupclxukbexaqfwb2u6e4e:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:hudyhupclxukbexaqfwb2u6e4e:open","label":"Open in private","style":"neutral"},{"token":"h1:hudyhupclxukbexaqfwb2u6e4e:claim","label":"I look after this","style":"neutral"},{"token":"h1:hudyhupclxukbexaqfwb2u6e4e:less","label":"Back","style":"neutral"}],"decided":false,"binding":["4136679457e7ed5ae9ac86fc124ed51a","c3eefb58d7c42440a9d4abec51d62954"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795888370892527);
INSERT INTO "board" VALUES(9,'6jc4al4fb5vlubdtz2m3skmbvu.2.1',9,'play:review','card','{"handoff":"bpvjkoingwjjn57x3x4cqwwy6a","short_id":"bpvjko","state":"pending","title":"Was bank__give carried out?","status":"Waiting for a decision","bot_label":"Bot","bot":"doubt","reason_label":"Reason","reason":"The call of bank__give ended without an answer: it may have been carried out. Please look into the other system before you stop the request; it is not called again.","opened_label":"Requested","opened":"5:52 PM UTC","opened_at":"2026-11-28T17:52:50.829029+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"give","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Tool","value":"bank__give","note":""},{"label":"Arguments","value":"{\"to\":\"30\"}","note":""},{"label":"Idempotency key","value":"v445bjpadu7h2xjorasg2sdbe","note":""},{"label":"Repeating it","value":"once","note":""},{"label":"Sent","value":"5:52 PM UTC","note":""},{"label":"Cause","value":"the line went dead","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"30","at":"5:52 PM UTC","side":"customer","late":false},{"who":"Bot","text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","at":"5:52 PM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:bpvjkoingwjjn57x3x4cqwwy6a:ask_reference","label":"It happened","style":"positive"},{"token":"h1:bpvjkoingwjjn57x3x4cqwwy6a:retry","label":"It did not happen","style":"neutral"},{"token":"h1:bpvjkoingwjjn57x3x4cqwwy6a:stop","label":"Stop the request","style":"negative"}],"notice":"","more":[{"token":"h1:bpvjkoingwjjn57x3x4cqwwy6a:more","label":"More…","style":"neutral"},{"token":"h1:bpvjkoingwjjn57x3x4cqwwy6a:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:bpvjkoingwjjn57x3x4cqwwy6a:open","label":"Open in private","style":"neutral"},{"token":"h1:bpvjkoingwjjn57x3x4cqwwy6a:claim","label":"I look after this","style":"neutral"},{"token":"h1:bpvjkoingwjjn57x3x4cqwwy6a:less","label":"Back","style":"neutral"}],"decided":false,"binding":["30556623ae9e88468e77f14c7ec0c06f","7432f86dc89dcb691395397ff1d115ea"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0}',1795888370909165);
CREATE TABLE "card" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "place" VARCHAR(200) NOT NULL,
    "ref" VARCHAR(200) NOT NULL,
    "handoff_id" VARCHAR(26) NOT NULL REFERENCES "handoff" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_card_handoff_c3d378" UNIQUE ("handoff_id", "place", "ref")
);
INSERT INTO "card" VALUES(1,'play:review','4','zgmamxomzotkfeftljsb3chrtm');
INSERT INTO "card" VALUES(2,'play:review','7','pxrudsc7lh3ouyfbzbt7gjdg2e');
INSERT INTO "card" VALUES(3,'play:review','8','hudyhupclxukbexaqfwb2u6e4e');
INSERT INTO "card" VALUES(4,'play:review','9','bpvjkoingwjjn57x3x4cqwwy6a');
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
    "proven_at" BIGINT
);
INSERT INTO "conversation" VALUES(1,'playdefaultapproveplay:annann','approve','play','default','play:ann','ann','ann','en',NULL,NULL);
INSERT INTO "conversation" VALUES(2,'playdefaultapproveplay:bobbob','approve','play','default','play:bob','bob','bob','en',NULL,NULL);
INSERT INTO "conversation" VALUES(3,'playdefaultfailplay:cemcem','fail','play','default','play:cem','cem','cem','en',NULL,NULL);
INSERT INTO "conversation" VALUES(4,'playdefaultdoubtplay:dovdov','doubt','play','default','play:dov','dov','dov','en',NULL,NULL);
INSERT INTO "conversation" VALUES(5,'playdefaultgateplay:eveeve','gate','play','default','play:eve','eve','eve','en',NULL,NULL);
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
INSERT INTO "effect" VALUES(1,'cuvsrst7dczu7zlskc3pjcth2a.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(2,'cuvsrst7dczu7zlskc3pjcth2a.1.2','play:ann','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(3,'tkgnuyx4k6wk5cmsh4dk42pq6m.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(4,'tkgnuyx4k6wk5cmsh4dk42pq6m.1.2','play:bob','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(5,'kwlgbqtaao6njicz3cbqbpwsji.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(6,'kwlgbqtaao6njicz3cbqbpwsji.1.2','play:cem','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(7,'el2n6s75moshscrt5pvthbkbwy.1.1','play:eve','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(8,'6jc4al4fb5vlubdtz2m3skmbvu.2.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(9,'6jc4al4fb5vlubdtz2m3skmbvu.2.2','play:dov','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(10,'tkgnuyx4k6wk5cmsh4dk42pq6m.2.e1','play:review','edit','sent','{}',NULL,1,NULL,NULL,NULL);
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
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT
);
INSERT INTO "handoff" VALUES('zgmamxomzotkfeftljsb3chrtm','approve','ask',2,'approval','finance','pending','{"kind":"approval","reason":"Pay 10?","calls":[["pay","bank__pay","{\"what\":\"10\"}","the same tool","434f7e5ba52b2df813904831e32b4daa"]],"remind":[3600,86400]}','["play:review"]','play:ann',1795888370804686,NULL,1795891970804686,NULL,NULL,NULL,1,'cuvsrst7dczu7zlskc3pjcth2a');
INSERT INTO "handoff" VALUES('pxrudsc7lh3ouyfbzbt7gjdg2e','approve','ask',2,'approval','finance','rejecting','{"kind":"approval","reason":"Pay 20?","calls":[["pay","bank__pay","{\"what\":\"20\"}","the same tool","7ec657a0009befbaefd0bd4865500a0b"]],"remind":[3600,86400]}','["play:review"]','play:bob',1795888370816578,NULL,1795891970816578,NULL,'play:ana@play:review',NULL,2,'tkgnuyx4k6wk5cmsh4dk42pq6m');
INSERT INTO "handoff" VALUES('hudyhupclxukbexaqfwb2u6e4e','fail','look',2,'failure','','pending','{"kind":"failure","reason":"closed","error":{"node":"look","field":"toolName","path":"","code":"tool-failed","detail":"closed"},"remind":[3600,86400]}','["play:review"]','play:cem',1795888370824586,NULL,1795891970824586,NULL,NULL,NULL,3,'kwlgbqtaao6njicz3cbqbpwsji');
INSERT INTO "handoff" VALUES('bpvjkoingwjjn57x3x4cqwwy6a','doubt','give',2,'doubt','','pending','{"kind":"doubt","reason":"the line went dead","error":{"node":"give","field":"toolName","path":"","code":"tool-unknown","tool":"bank__give","arguments":"{\"to\":\"30\"}","key":"v445bjpadu7h2xjorasg2sdbe","effect":"once","finding":"","sent_at":"2026-11-28T17:52:50.828782+00:00","detail":"the line went dead"},"retry_after":1795888410828782,"remind":[3600,86400]}','["play:review"]','play:dov',1795888370829029,NULL,1795891970829029,NULL,NULL,NULL,4,'6jc4al4fb5vlubdtz2m3skmbvu');
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
INSERT INTO "instance" VALUES('audit_head','13 176e605f1e0d15e78776713c5e84810ced5fcc61dbd022a94bbc45e4ef0f1c62');
INSERT INTO "instance" VALUES('id','zfvyhqmc5gs45qqqdd7fcwo5mm');
INSERT INTO "instance" VALUES('key','7ce2269b9b2ee4fd21b2349d6c9486b3389c3a23dd5e28e2bfd87fbc20fa1040');
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
INSERT INTO "message" VALUES(1,1795888370794209,'customer','{"text":"10"}',1);
INSERT INTO "message" VALUES(2,1795888370804686,'bot','{"id":"customer-escalated"}',1);
INSERT INTO "message" VALUES(3,1795888370800077,'customer','{"text":"20"}',2);
INSERT INTO "message" VALUES(4,1795888370816578,'bot','{"id":"customer-escalated"}',2);
INSERT INTO "message" VALUES(5,1795888370804364,'customer','{"text":"x"}',3);
INSERT INTO "message" VALUES(6,1795888370824586,'bot','{"id":"customer-person-will-look"}',3);
INSERT INTO "message" VALUES(7,1795888370812376,'customer','{"text":"30"}',4);
INSERT INTO "message" VALUES(8,1795888370817921,'customer','{"text":"hello"}',5);
INSERT INTO "message" VALUES(9,1795888370837478,'bot','{"id":"auth-ask-address"}',5);
INSERT INTO "message" VALUES(10,1795888370829029,'bot','{"id":"customer-being-checked"}',4);
CREATE TABLE "mute" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "person" VARCHAR(100) NOT NULL,
    "channel" VARCHAR(32) NOT NULL,
    "at" BIGINT NOT NULL,
    CONSTRAINT "uid_mute_person_138a27" UNIQUE ("person", "channel")
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
    "conversation_id" BIGINT NOT NULL REFERENCES "conversation" ("id") ON DELETE RESTRICT,
    "workflow_id" VARCHAR(64) NOT NULL REFERENCES "workflow" ("hash") ON DELETE RESTRICT
);
INSERT INTO "run" VALUES('cuvsrst7dczu7zlskc3pjcth2a','approve','waiting',1,1795888370804656,NULL,0,'{"v":1,"variables":{"message":"10","user_id":"ann","user_name":"ann","channel_id":"play:ann","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"zgmamxomzotkfeftljsb3chrtm"}],"next_token":3,"steps":2}',1,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('tkgnuyx4k6wk5cmsh4dk42pq6m','approve','waiting',2,1795888370816559,NULL,0,'{"v":1,"variables":{"message":"20","user_id":"bob","user_name":"bob","channel_id":"play:bob","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"pxrudsc7lh3ouyfbzbt7gjdg2e"}],"next_token":3,"steps":2}',2,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('kwlgbqtaao6njicz3cbqbpwsji','fail','stopped',1,1795888370824567,NULL,0,'{"v":1,"variables":{"message":"x","user_id":"cem","user_name":"cem","channel_id":"play:cem","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"look":1},"tokens":[{"id":2,"node":"look","visit":1,"state":"operator","handoff":"hudyhupclxukbexaqfwb2u6e4e"}],"next_token":3,"steps":2}',3,'0a96ebe0c88d4c6916329c061f034ce9c68cf3c8040ca7963e6d8c4f49ff0889');
INSERT INTO "run" VALUES('6jc4al4fb5vlubdtz2m3skmbvu','doubt','stopped',2,1795888370828771,NULL,0,'{"v":1,"variables":{"message":"30","user_id":"dov","user_name":"dov","channel_id":"play:dov","platform":"play","attachments":[]},"given":6,"frozen":{"give":["bank__give","{\"to\":\"30\"}","","7725203bad8844c5128bae3e4719ea81"]},"visits":{"t":1,"give":1},"tokens":[{"id":2,"node":"give","visit":1,"state":"operator","handoff":"bpvjkoingwjjn57x3x4cqwwy6a"}],"next_token":3,"steps":2}',4,'9a09fc79f038c977e11f1ed7812e8e23fe2d496ebba6eef5bf854462affd705b');
INSERT INTO "run" VALUES('el2n6s75moshscrt5pvthbkbwy','gate','waiting',1,1795888370837468,NULL,0,'{"v":1,"variables":{"message":"hello","user_id":"eve","user_name":"eve","channel_id":"play:eve","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"gate":1},"tokens":[{"id":2,"node":"gate","visit":1,"state":"reply","memo":{"asks":"address","refused":0},"asked_at":1}],"next_token":3,"steps":2}',5,'f8429bae376caabce74426220bb99cc799c74e0d9195a292c44a3458afb87166');
CREATE TABLE "seen_event" (
    "id" VARCHAR(100) NOT NULL  PRIMARY KEY,
    "at" BIGINT NOT NULL
);
CREATE TABLE "step" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "version" BIGINT NOT NULL,
    "at" BIGINT NOT NULL,
    "visits" TEXT NOT NULL,
    "run_id" VARCHAR(26) NOT NULL REFERENCES "run" ("id") ON DELETE RESTRICT,
    CONSTRAINT "uid_step_run_id_2f13af" UNIQUE ("run_id", "version")
);
INSERT INTO "step" VALUES(1,1,1795888370804686,'[["t","default"],["ask","[decision]"]]','cuvsrst7dczu7zlskc3pjcth2a');
INSERT INTO "step" VALUES(2,1,1795888370816578,'[["t","default"],["ask","[decision]"]]','tkgnuyx4k6wk5cmsh4dk42pq6m');
INSERT INTO "step" VALUES(3,1,1795888370824586,'[["t","default"],["look","[failure]"]]','kwlgbqtaao6njicz3cbqbpwsji');
INSERT INTO "step" VALUES(4,1,1795888370828782,'[["t","default"]]','6jc4al4fb5vlubdtz2m3skmbvu');
INSERT INTO "step" VALUES(5,1,1795888370837478,'[["t","default"],["gate","[reply]"]]','el2n6s75moshscrt5pvthbkbwy');
INSERT INTO "step" VALUES(6,2,1795888370829029,'[["give","[doubt]"]]','6jc4al4fb5vlubdtz2m3skmbvu');
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
INSERT INTO "tool_intent" VALUES('v445bjpadu7h2xjorasg2sdbe','give',2,'bank__give','{"to":"30"}','7725203bad8844c5128bae3e4719ea81','once',0,1,'unknown',1795888370828782,1795888400828782,1795888370829029,'"the line went dead"','6jc4al4fb5vlubdtz2m3skmbvu');
CREATE TABLE "tortoise_migrations" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "app" VARCHAR(255) NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "applied_at" TIMESTAMP NOT NULL,
    CONSTRAINT "uid_tortoise_mi_app_3803a5" UNIQUE ("app", "name")
);
INSERT INTO "tortoise_migrations" VALUES(1,'models','0001_initial','2026-11-28 17:52:50.436003+00:00');
CREATE TABLE "workflow" (
    "hash" VARCHAR(64) NOT NULL  PRIMARY KEY,
    "name" TEXT NOT NULL,
    "document" TEXT NOT NULL
);
INSERT INTO "workflow" VALUES('5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b','','{"edges":[{"source":"t","target":"ask"},{"source":"ask","sourceHandle":"approved","target":"pay"},{"source":"ask","sourceHandle":"rejected","target":"no"},{"source":"pay","target":"yes"}],"nodes":[{"data":{"triggerType":"message_received"},"id":"t","type":"trigger"},{"data":{"actionType":"human_handoff","reason":"Pay {{message}}?"},"id":"ask","type":"action"},{"data":{"arguments":{"what":"{{message}}"},"outputVariable":"paid","toolName":"bank__pay"},"id":"pay","type":"mcp_tool"},{"data":{"message":"Done."},"id":"yes","type":"send_message"},{"data":{"message":"Refused."},"id":"no","type":"send_message"}]}');
INSERT INTO "workflow" VALUES('0a96ebe0c88d4c6916329c061f034ce9c68cf3c8040ca7963e6d8c4f49ff0889','','{"edges":[{"source":"t","target":"look"},{"source":"look","target":"yes"}],"nodes":[{"data":{"triggerType":"message_received"},"id":"t","type":"trigger"},{"data":{"arguments":{},"outputVariable":"seen","toolName":"bank__look"},"id":"look","type":"mcp_tool"},{"data":{"message":"Done."},"id":"yes","type":"send_message"}]}');
INSERT INTO "workflow" VALUES('9a09fc79f038c977e11f1ed7812e8e23fe2d496ebba6eef5bf854462affd705b','','{"edges":[{"source":"t","target":"give"},{"source":"give","target":"yes"}],"nodes":[{"data":{"triggerType":"message_received"},"id":"t","type":"trigger"},{"data":{"arguments":{"to":"{{message}}"},"outputVariable":"given","toolName":"bank__give"},"id":"give","type":"mcp_tool"},{"data":{"message":"Done."},"id":"yes","type":"send_message"}]}');
INSERT INTO "workflow" VALUES('f8429bae376caabce74426220bb99cc799c74e0d9195a292c44a3458afb87166','','{"edges":[{"source":"t","target":"gate"},{"source":"gate","sourceHandle":"verified","target":"yes"}],"nodes":[{"data":{"triggerType":"message_received"},"id":"t","type":"trigger"},{"data":{"contact_type":"email","outputVariable":"email","provider":"resend"},"id":"gate","type":"auth_gate"},{"data":{"message":"Done."},"id":"yes","type":"send_message"}]}');
CREATE INDEX "idx_code_count_contact_610b12" ON "code_count" ("contact");
CREATE INDEX "idx_code_count_chat_fe1ac0" ON "code_count" ("chat");
CREATE INDEX "idx_effect_state_53c396" ON "effect" ("state", "lane");
CREATE INDEX "idx_inbox_state_478c1f" ON "inbox" ("state", "conversation_id");
CREATE INDEX "idx_message_convers_e51163" ON "message" ("conversation_id");
CREATE INDEX "idx_run_status_9dea96" ON "run" ("status");
CREATE INDEX "idx_run_convers_f9d697" ON "run" ("conversation_id");
CREATE INDEX "idx_handoff_state_ed4a45" ON "handoff" ("state", "opened_at");
CREATE INDEX "idx_handoff_due_at_0f6cec" ON "handoff" ("due_at");
CREATE INDEX "idx_handoff_remind__2743af" ON "handoff" ("remind_at");
DELETE FROM "sqlite_sequence";
INSERT INTO "sqlite_sequence" VALUES('tortoise_migrations',1);
INSERT INTO "sqlite_sequence" VALUES('audit',13);
INSERT INTO "sqlite_sequence" VALUES('conversation',5);
INSERT INTO "sqlite_sequence" VALUES('inbox',5);
INSERT INTO "sqlite_sequence" VALUES('step',6);
INSERT INTO "sqlite_sequence" VALUES('message',10);
INSERT INTO "sqlite_sequence" VALUES('effect',10);
INSERT INTO "sqlite_sequence" VALUES('board',9);
INSERT INTO "sqlite_sequence" VALUES('card',4);
COMMIT;
