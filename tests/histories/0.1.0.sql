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
INSERT INTO "audit" VALUES(1,1795925800402882,'engine','process.started','assent','{}','08a818d2a3f73f19eebc052cf55c0c1496df20f7f6e528c7c3755a195456d696');
INSERT INTO "audit" VALUES(2,1795925800702636,'play:ann','run.started','jnkimuzs2ovnjkcf5frjszrt5q','{}','f69cdc1d3ff216a9115ca8d897dbb5f88f390bca251ce0eed1ed248772ed7eba');
INSERT INTO "audit" VALUES(3,1795925800702636,'engine','handoff.opened.approval','6ta2k7s34273bzw5b45id7ercq','{}','f964a76009fd17ebc5ba24fc92643ccbd1f8a769c0f8650f3ccf7b8764ad3a36');
INSERT INTO "audit" VALUES(4,1795925800705988,'play:bob','run.started','o26qh7xhz3fx5hjc6xoqwlumzy','{}','18ae902b1f3410401adbd32be6ffe8a2340704c669bc0e05aa898d2c1ef69b3d');
INSERT INTO "audit" VALUES(5,1795925800705988,'engine','handoff.opened.approval','hn24zm6z6t6oavz4hrrhvepmmq','{}','966a73a64bd0dd60058841e52d061e5fa5440b4f89ecfc4894be755f57db113e');
INSERT INTO "audit" VALUES(6,1795925800709181,'play:cem','run.started','scqw3hgxp7nhy5y3dldtt5opci','{}','e4dc299bae492ae8aacfb7b4ba664a9bc9c32b14eda4ef73b8d1c26ff65499b3');
INSERT INTO "audit" VALUES(7,1795925800709181,'engine','handoff.opened.failure','eu5qmu2wnq2haldlq6iwvjnzfi','{}','6dadfdbe56b76135068590a93728d1565642a66045740a99bccf01e06e5e1ad5');
INSERT INTO "audit" VALUES(8,1795925800710904,'play:dov','run.started','oyytr3rod55iz3skgjjd23sfty','{}','02167514ba3fa5387bf0c766481aabcbf9a77892fa2b939d3594a0191094befe');
INSERT INTO "audit" VALUES(9,1795925800710904,'engine','tool.intended','p7dd6pfphrjqrckdc5eki6vsp','{"tool":"bank__give","run":"oyytr3rod55iz3skgjjd23sfty"}','a98eab2564f48bc2a278fedfe8df00d1ed655f0c1456719a89075009537281ae');
INSERT INTO "audit" VALUES(10,1795925800711216,'engine','tool.unknown','p7dd6pfphrjqrckdc5eki6vsp','{}','5e02f81f5f53da09c131f636d24afc76509dae1e3542892489bbed3e2bbb36f0');
INSERT INTO "audit" VALUES(11,1795925800711216,'engine','handoff.opened.doubt','k4z6z2nlwkgn3ubcjal6pstgju','{}','30d387e24cf81cbdb1b72c5c8ef502966701c78691885fb1f4cead764366493e');
INSERT INTO "audit" VALUES(12,1795925800715490,'play:eve','run.started','aaoemte2manmx532bu276ole3a','{}','48e3735e00ca5a4df4aebe460694bbfccdcde3b83058b34f278ec23f90c02e40');
INSERT INTO "audit" VALUES(13,1795925800755320,'ana','handoff.rejecting','hn24zm6z6t6oavz4hrrhvepmmq','{"reason":"","via":"play:review"}','cc6d7d8fc8fd7871dc91d98d585e9ba5df4a245b67ebd891fd22a08266c42bcf');
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
INSERT INTO "board" VALUES(1,'jnkimuzs2ovnjkcf5frjszrt5q.1.2',1,'play:ann','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.","buttons":[{"token":"/cancel","label":"Withdraw","style":"neutral"},{"token":"/add","label":"Add something","style":"neutral"},{"token":"/nudge","label":"Ask how it stands","style":"neutral"}],"answer_to":"","reply_to":"","from":"bot"}',1795925800722563);
INSERT INTO "board" VALUES(2,'o26qh7xhz3fx5hjc6xoqwlumzy.1.2',11,'play:bob','text','{"text":"I have escalated this to a reviewer. You will hear back shortly.\nA reviewer has seen it.","buttons":[{"token":"/cancel","label":"Withdraw","style":"neutral"},{"token":"/add","label":"Add something","style":"neutral"},{"token":"/nudge","label":"Ask how it stands","style":"neutral"}],"answer_to":"","reply_to":"","from":"bot","edited":true}',1795925800722736);
INSERT INTO "board" VALUES(3,'scqw3hgxp7nhy5y3dldtt5opci.1.2',3,'play:cem','text','{"text":"Something went wrong on our side. A person will look at your request; you need not do anything.","buttons":[],"answer_to":"","reply_to":"","from":"bot"}',1795925800722774);
INSERT INTO "board" VALUES(4,'jnkimuzs2ovnjkcf5frjszrt5q.1.1',4,'play:review','card','{"handoff":"6ta2k7s34273bzw5b45id7ercq","short_id":"6ta2k7","state":"pending","title":"Approval needed","status":"Waiting for a decision","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 10?","opened_label":"Requested","opened":"4:16 AM UTC","opened_at":"2026-11-29T04:16:40.702636+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"10","note":""}],"raw":"{\"what\":\"10\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"10","at":"4:16 AM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"4:16 AM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:6ta2k7s34273bzw5b45id7ercq:approve","label":"Approve","style":"positive"},{"token":"h1:6ta2k7s34273bzw5b45id7ercq:ask_reason","label":"Reject","style":"negative"}],"notice":"","more":[{"token":"h1:6ta2k7s34273bzw5b45id7ercq:more","label":"More…","style":"neutral"},{"token":"h1:6ta2k7s34273bzw5b45id7ercq:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:6ta2k7s34273bzw5b45id7ercq:open","label":"Open in private","style":"neutral"},{"token":"h1:6ta2k7s34273bzw5b45id7ercq:ask_question","label":"Ask the customer","style":"neutral"},{"token":"h1:6ta2k7s34273bzw5b45id7ercq:take_over","label":"Talk with the customer","style":"neutral"},{"token":"h1:6ta2k7s34273bzw5b45id7ercq:claim","label":"I look after this","style":"neutral"},{"token":"h1:6ta2k7s34273bzw5b45id7ercq:less","label":"Back","style":"neutral"}],"decided":false,"binding":["9e86172ec4ce0dca16a34bd339b9d34e","2111afe3b122f32bae458a444e3346cc"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0,"late_label":"new since the request"}',1795925800723118);
INSERT INTO "board" VALUES(5,'oyytr3rod55iz3skgjjd23sfty.2.2',5,'play:dov','text','{"text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","buttons":[],"answer_to":"","reply_to":"","from":"bot"}',1795925800725192);
INSERT INTO "board" VALUES(6,'aaoemte2manmx532bu276ole3a.1.1',6,'play:eve','text','{"text":"To go on I must know that it is you. What is your e-mail address?","buttons":[{"token":"Cancel","label":"Cancel","style":"neutral"}],"answer_to":"","reply_to":"","from":"bot"}',1795925800725239);
INSERT INTO "board" VALUES(7,'o26qh7xhz3fx5hjc6xoqwlumzy.1.1',10,'play:review','card','{"handoff":"hn24zm6z6t6oavz4hrrhvepmmq","short_id":"hn24zm","state":"rejecting","title":"Approval needed","status":"ana is rejecting this and is asked for the reason; anybody may still decide","bot_label":"Bot","bot":"approve","reason_label":"Reason","reason":"Pay 20?","opened_label":"Requested","opened":"4:16 AM UTC","opened_at":"2026-11-29T04:16:40.705988+00:00","facts_label":"Variables","facts":[],"calls_label":"Approve will call","calls":[{"tool":"bank__pay","arguments":[{"label":"what","value":"20","note":""}],"raw":"{\"what\":\"20\"}"}],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"20","at":"4:16 AM UTC","side":"customer","late":false},{"who":"Bot","text":"I have escalated this to a reviewer. You will hear back shortly.","at":"4:16 AM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:hn24zm6z6t6oavz4hrrhvepmmq:reject","label":"Reject without a reason","style":"negative"},{"token":"h1:hn24zm6z6t6oavz4hrrhvepmmq:reopen","label":"Do not reject","style":"neutral"},{"token":"h1:hn24zm6z6t6oavz4hrrhvepmmq:because1","label":"Against our rules","style":"negative"},{"token":"h1:hn24zm6z6t6oavz4hrrhvepmmq:because2","label":"Information is missing","style":"negative"},{"token":"h1:hn24zm6z6t6oavz4hrrhvepmmq:because3","label":"Asked for twice","style":"negative"},{"token":"h1:hn24zm6z6t6oavz4hrrhvepmmq:because4","label":"Looks like misuse","style":"negative"}],"notice":"","more":[{"token":"h1:hn24zm6z6t6oavz4hrrhvepmmq:more","label":"More…","style":"neutral"},{"token":"h1:hn24zm6z6t6oavz4hrrhvepmmq:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:hn24zm6z6t6oavz4hrrhvepmmq:open","label":"Open in private","style":"neutral"},{"token":"h1:hn24zm6z6t6oavz4hrrhvepmmq:claim","label":"I look after this","style":"neutral"},{"token":"h1:hn24zm6z6t6oavz4hrrhvepmmq:less","label":"Back","style":"neutral"}],"decided":false,"binding":["a30e266720d11982ce5949d5713a9933","5a6fd03d6eb1a359c17dbb0ae0c92001"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0,"late_label":"new since the request"}',1795925800730165);
INSERT INTO "board" VALUES(8,'scqw3hgxp7nhy5y3dldtt5opci.1.1',8,'play:review','card','{"handoff":"eu5qmu2wnq2haldlq6iwvjnzfi","short_id":"eu5qmu","state":"pending","title":"A request stopped at look","status":"Waiting for a decision","bot_label":"Bot","bot":"fail","reason_label":"Reason","reason":"The node look could not do its work. The tool answered with an error: closed","opened_label":"Requested","opened":"4:16 AM UTC","opened_at":"2026-11-29T04:16:40.709181+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"look","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Cause","value":"closed","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"x","at":"4:16 AM UTC","side":"customer","late":false},{"who":"Bot","text":"Something went wrong on our side. A person will look at your request; you need not do anything.","at":"4:16 AM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:eu5qmu2wnq2haldlq6iwvjnzfi:retry","label":"Retry","style":"neutral"},{"token":"h1:eu5qmu2wnq2haldlq6iwvjnzfi:stop","label":"Stop","style":"negative"}],"notice":"","more":[{"token":"h1:eu5qmu2wnq2haldlq6iwvjnzfi:more","label":"More…","style":"neutral"},{"token":"h1:eu5qmu2wnq2haldlq6iwvjnzfi:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:eu5qmu2wnq2haldlq6iwvjnzfi:open","label":"Open in private","style":"neutral"},{"token":"h1:eu5qmu2wnq2haldlq6iwvjnzfi:ask_question","label":"Ask the customer","style":"neutral"},{"token":"h1:eu5qmu2wnq2haldlq6iwvjnzfi:take_over","label":"Talk with the customer","style":"neutral"},{"token":"h1:eu5qmu2wnq2haldlq6iwvjnzfi:claim","label":"I look after this","style":"neutral"},{"token":"h1:eu5qmu2wnq2haldlq6iwvjnzfi:less","label":"Back","style":"neutral"}],"decided":false,"binding":["dc420491c78cfb8653024b9b4d04eaf3","c3eefb58d7c42440a9d4abec51d62954"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0,"late_label":"new since the request"}',1795925800735386);
INSERT INTO "board" VALUES(9,'oyytr3rod55iz3skgjjd23sfty.2.1',9,'play:review','card','{"handoff":"k4z6z2nlwkgn3ubcjal6pstgju","short_id":"k4z6z2","state":"pending","title":"Was bank__give carried out?","status":"Waiting for a decision","bot_label":"Bot","bot":"doubt","reason_label":"Reason","reason":"The call of bank__give ended without an answer: it may have been carried out. Please look into the other system before you stop the request; it is not called again.","opened_label":"Requested","opened":"4:16 AM UTC","opened_at":"2026-11-29T04:16:40.711216+00:00","facts_label":"Variables","facts":[{"label":"Node","value":"give","note":""},{"label":"Field","value":"toolName","note":""},{"label":"Tool","value":"bank__give","note":""},{"label":"Arguments","value":"{\"to\":\"30\"}","note":""},{"label":"Idempotency key","value":"p7dd6pfphrjqrckdc5eki6vsp","note":""},{"label":"Repeating it","value":"once","note":""},{"label":"Sent","value":"4:16 AM UTC","note":""},{"label":"Cause","value":"the line went dead","note":""}],"calls_label":"Approve will call","calls":[],"calls_note":"","transcript_label":"Conversation","transcript":[{"who":"Customer","text":"30","at":"4:16 AM UTC","side":"customer","late":false},{"who":"Bot","text":"A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.","at":"4:16 AM UTC","side":"bot","late":false}],"buttons":[{"token":"h1:k4z6z2nlwkgn3ubcjal6pstgju:ask_reference","label":"It happened","style":"positive"},{"token":"h1:k4z6z2nlwkgn3ubcjal6pstgju:retry","label":"It did not happen","style":"neutral"},{"token":"h1:k4z6z2nlwkgn3ubcjal6pstgju:stop","label":"Stop the request","style":"negative"}],"notice":"","more":[{"token":"h1:k4z6z2nlwkgn3ubcjal6pstgju:more","label":"More…","style":"neutral"},{"token":"h1:k4z6z2nlwkgn3ubcjal6pstgju:talk","label":"Whole conversation","style":"neutral"},{"token":"h1:k4z6z2nlwkgn3ubcjal6pstgju:open","label":"Open in private","style":"neutral"},{"token":"h1:k4z6z2nlwkgn3ubcjal6pstgju:ask_question","label":"Ask the customer","style":"neutral"},{"token":"h1:k4z6z2nlwkgn3ubcjal6pstgju:take_over","label":"Talk with the customer","style":"neutral"},{"token":"h1:k4z6z2nlwkgn3ubcjal6pstgju:claim","label":"I look after this","style":"neutral"},{"token":"h1:k4z6z2nlwkgn3ubcjal6pstgju:less","label":"Back","style":"neutral"}],"decided":false,"binding":["770cc96d29fd0bd3d47b5201f5dd3caf","7432f86dc89dcb691395397ff1d115ea"],"in_file":"This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.","edition":0,"late_label":"new since the request"}',1795925800739945);
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
INSERT INTO "card" VALUES(1,'play:review','4','6ta2k7s34273bzw5b45id7ercq');
INSERT INTO "card" VALUES(2,'play:review','7','hn24zm6z6t6oavz4hrrhvepmmq');
INSERT INTO "card" VALUES(3,'play:review','8','eu5qmu2wnq2haldlq6iwvjnzfi');
INSERT INTO "card" VALUES(4,'play:review','9','k4z6z2nlwkgn3ubcjal6pstgju');
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
INSERT INTO "effect" VALUES(1,'jnkimuzs2ovnjkcf5frjszrt5q.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(2,'jnkimuzs2ovnjkcf5frjszrt5q.1.2','play:ann','status','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(3,'o26qh7xhz3fx5hjc6xoqwlumzy.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(4,'o26qh7xhz3fx5hjc6xoqwlumzy.1.2','play:bob','status','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(5,'scqw3hgxp7nhy5y3dldtt5opci.1.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(6,'scqw3hgxp7nhy5y3dldtt5opci.1.2','play:cem','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(7,'oyytr3rod55iz3skgjjd23sfty.2.1','play:review','card','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(8,'oyytr3rod55iz3skgjjd23sfty.2.2','play:dov','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(9,'aaoemte2manmx532bu276ole3a.1.1','play:eve','text','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(10,'o26qh7xhz3fx5hjc6xoqwlumzy.2.e1','play:review','edit','sent','{}',NULL,1,NULL,NULL,NULL);
INSERT INTO "effect" VALUES(11,'o26qh7xhz3fx5hjc6xoqwlumzy.2.1','play:bob','restatus','sent','{}',NULL,1,NULL,NULL,NULL);
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
INSERT INTO "handoff" VALUES('6ta2k7s34273bzw5b45id7ercq','approve','ask',2,'approval','finance','pending','{"kind":"approval","reason":"Pay 10?","calls":[["pay","bank__pay","{\"what\":\"10\"}","the same tool","434f7e5ba52b2df813904831e32b4daa"]],"remind":[3600,86400]}','["play:review"]','play:ann',1795925800702636,NULL,1795929400702636,NULL,NULL,NULL,'1',1,'jnkimuzs2ovnjkcf5frjszrt5q');
INSERT INTO "handoff" VALUES('hn24zm6z6t6oavz4hrrhvepmmq','approve','ask',2,'approval','finance','rejecting','{"kind":"approval","reason":"Pay 20?","calls":[["pay","bank__pay","{\"what\":\"20\"}","the same tool","7ec657a0009befbaefd0bd4865500a0b"]],"remind":[3600,86400]}','["play:review"]','play:bob',1795925800705988,NULL,1795929400705988,NULL,'play:ana@play:review',NULL,'2',2,'o26qh7xhz3fx5hjc6xoqwlumzy');
INSERT INTO "handoff" VALUES('eu5qmu2wnq2haldlq6iwvjnzfi','fail','look',2,'failure','','pending','{"kind":"failure","reason":"closed","error":{"node":"look","field":"toolName","path":"","code":"tool-failed","detail":"closed"},"remind":[3600,86400]}','["play:review"]','play:cem',1795925800709181,NULL,1795929400709181,NULL,NULL,NULL,NULL,3,'scqw3hgxp7nhy5y3dldtt5opci');
INSERT INTO "handoff" VALUES('k4z6z2nlwkgn3ubcjal6pstgju','doubt','give',2,'doubt','','pending','{"kind":"doubt","reason":"the line went dead","error":{"node":"give","field":"toolName","path":"","code":"tool-unknown","tool":"bank__give","arguments":"{\"to\":\"30\"}","key":"p7dd6pfphrjqrckdc5eki6vsp","effect":"once","finding":"","sent_at":"2026-11-29T04:16:40.710904+00:00","detail":"the line went dead"},"retry_after":1795925840710904,"remind":[3600,86400]}','["play:review"]','play:dov',1795925800711216,NULL,1795929400711216,NULL,NULL,NULL,NULL,4,'oyytr3rod55iz3skgjjd23sfty');
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
INSERT INTO "instance" VALUES('audit_head','13 cc6d7d8fc8fd7871dc91d98d585e9ba5df4a245b67ebd891fd22a08266c42bcf');
INSERT INTO "instance" VALUES('id','5k6nqs7tadqrxmkbab35xsinay');
INSERT INTO "instance" VALUES('key','9308ce46f9c1e448fabe1da6902eddf3ef524db401171bd13908de95c364c53f');
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
INSERT INTO "message" VALUES(1,1795925800700139,'customer','{"text":"10"}',1);
INSERT INTO "message" VALUES(2,1795925800702636,'bot','{"id":"customer-escalated"}',1);
INSERT INTO "message" VALUES(3,1795925800701419,'customer','{"text":"20"}',2);
INSERT INTO "message" VALUES(4,1795925800705988,'bot','{"id":"customer-escalated"}',2);
INSERT INTO "message" VALUES(5,1795925800702339,'customer','{"text":"x"}',3);
INSERT INTO "message" VALUES(6,1795925800709181,'bot','{"id":"customer-person-will-look"}',3);
INSERT INTO "message" VALUES(7,1795925800705186,'customer','{"text":"30"}',4);
INSERT INTO "message" VALUES(8,1795925800711216,'bot','{"id":"customer-being-checked"}',4);
INSERT INTO "message" VALUES(9,1795925800707445,'customer','{"text":"hello"}',5);
INSERT INTO "message" VALUES(10,1795925800715490,'bot','{"id":"auth-ask-address"}',5);
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
INSERT INTO "run" VALUES('jnkimuzs2ovnjkcf5frjszrt5q','approve','waiting',1,1795925800702608,NULL,0,'{"v":1,"variables":{"message":"10","user_id":"ann","user_name":"ann","channel_id":"play:ann","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"6ta2k7s34273bzw5b45id7ercq"}],"next_token":3,"steps":2,"told":["6ta2k7s34273bzw5b45id7ercq"]}',NULL,1,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('o26qh7xhz3fx5hjc6xoqwlumzy','approve','waiting',2,1795925800705972,NULL,0,'{"v":1,"variables":{"message":"20","user_id":"bob","user_name":"bob","channel_id":"play:bob","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"ask":1},"tokens":[{"id":2,"node":"ask","visit":1,"state":"decision","handoff":"hn24zm6z6t6oavz4hrrhvepmmq"}],"next_token":3,"steps":2,"told":["hn24zm6z6t6oavz4hrrhvepmmq"]}',NULL,2,'5d47293c13741bcac8980786cecab348d150400c4a437e5427a42b28e7687e2b');
INSERT INTO "run" VALUES('scqw3hgxp7nhy5y3dldtt5opci','fail','stopped',1,1795925800709165,NULL,0,'{"v":1,"variables":{"message":"x","user_id":"cem","user_name":"cem","channel_id":"play:cem","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"look":1},"tokens":[{"id":2,"node":"look","visit":1,"state":"operator","handoff":"eu5qmu2wnq2haldlq6iwvjnzfi"}],"next_token":3,"steps":2}',NULL,3,'0a96ebe0c88d4c6916329c061f034ce9c68cf3c8040ca7963e6d8c4f49ff0889');
INSERT INTO "run" VALUES('oyytr3rod55iz3skgjjd23sfty','doubt','stopped',2,1795925800710891,NULL,0,'{"v":1,"variables":{"message":"30","user_id":"dov","user_name":"dov","channel_id":"play:dov","platform":"play","attachments":[]},"given":6,"frozen":{"give":["bank__give","{\"to\":\"30\"}","","7725203bad8844c5128bae3e4719ea81"]},"visits":{"t":1,"give":1},"tokens":[{"id":2,"node":"give","visit":1,"state":"operator","handoff":"k4z6z2nlwkgn3ubcjal6pstgju"}],"next_token":3,"steps":2}',NULL,4,'9a09fc79f038c977e11f1ed7812e8e23fe2d496ebba6eef5bf854462affd705b');
INSERT INTO "run" VALUES('aaoemte2manmx532bu276ole3a','gate','waiting',1,1795925800715472,NULL,0,'{"v":1,"variables":{"message":"hello","user_id":"eve","user_name":"eve","channel_id":"play:eve","platform":"play","attachments":[]},"given":6,"visits":{"t":1,"gate":1},"tokens":[{"id":2,"node":"gate","visit":1,"state":"reply","memo":{"asks":"address","refused":0},"asked_at":1795925800715490}],"next_token":3,"steps":2}',NULL,5,'f8429bae376caabce74426220bb99cc799c74e0d9195a292c44a3458afb87166');
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
INSERT INTO "step" VALUES(1,1,1795925800702636,'[["t","default"],["ask","[decision]"]]','jnkimuzs2ovnjkcf5frjszrt5q');
INSERT INTO "step" VALUES(2,1,1795925800705988,'[["t","default"],["ask","[decision]"]]','o26qh7xhz3fx5hjc6xoqwlumzy');
INSERT INTO "step" VALUES(3,1,1795925800709181,'[["t","default"],["look","[failure]"]]','scqw3hgxp7nhy5y3dldtt5opci');
INSERT INTO "step" VALUES(4,1,1795925800710904,'[["t","default"]]','oyytr3rod55iz3skgjjd23sfty');
INSERT INTO "step" VALUES(5,2,1795925800711216,'[["give","[doubt]"]]','oyytr3rod55iz3skgjjd23sfty');
INSERT INTO "step" VALUES(6,1,1795925800715490,'[["t","default"],["gate","[reply]"]]','aaoemte2manmx532bu276ole3a');
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
INSERT INTO "tool_intent" VALUES('p7dd6pfphrjqrckdc5eki6vsp','give',2,'bank__give','{"to":"30"}','7725203bad8844c5128bae3e4719ea81','once',0,1,'unknown',1795925800710904,1795925830710904,1795925800711216,'"the line went dead"','oyytr3rod55iz3skgjjd23sfty');
CREATE TABLE "tortoise_migrations" (
    "id" INTEGER PRIMARY KEY AUTOINCREMENT NOT NULL,
    "app" VARCHAR(255) NOT NULL,
    "name" VARCHAR(255) NOT NULL,
    "applied_at" TIMESTAMP NOT NULL,
    CONSTRAINT "uid_tortoise_mi_app_3803a5" UNIQUE ("app", "name")
);
INSERT INTO "tortoise_migrations" VALUES(1,'models','0001_initial','2026-11-29 04:16:40.387592+00:00');
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
CREATE INDEX "idx_api_token_person_bfcddd" ON "api_token" ("person");
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
CREATE INDEX "idx_run_status_9dea96" ON "run" ("status");
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
