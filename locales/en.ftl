### Every word that Assent itself says. One file per language; the same ids and the same variables in each.
###
### An argument that is empty selects the variant [none]. A family such as state-… has one message per value of the
### code's own enumeration, spelled as there.

language-name = English


## What a customer reads

customer-start = Hello, I am { $bot }. Write what you need and I will take it from there. /help says what else you can do.
customer-help =
    I am { $bot }. Write what you need; when a decision needs a person, I ask one and come back to you.

    /status – where your request stands
    /cancel – withdraw your request
    /add – add something to your request
    /nudge – ask those who decide how it stands
    /language – change my language
    /link – join another account of yours
    /help – this text{ $contact ->
        [none] { "" }
       *[other] { "\u000A\u000A" }Urgent? Write to { $contact }.
    }
customer-escalated =
    I have escalated this to a reviewer. You will hear back shortly.{ $estimate ->
        [none] { "" }
       *[other] { " " }Usual time to an answer: { $estimate }.
    }{ $contact ->
        [none] { "" }
       *[other] { "\u000A" }If it is urgent: { $contact }
    }
customer-still-open =
    Thank you, the reviewer will see this too. Your request is still open. /status says where it stands, /cancel withdraws it.{ $contact ->
        [none] { "" }
       *[other] { "\u000A" }If it is urgent: { $contact }
    }
customer-person-will-look =
    Something went wrong on our side. A person will look at your request; you need not do anything.{ $contact ->
        [none] { "" }
       *[other] { "\u000A" }If it is urgent: { $contact }
    }
customer-being-checked =
    A step of your request may or may not have been carried out. A person is checking it now, so that nothing happens twice; you need not do anything.{ $contact ->
        [none] { "" }
       *[other] { "\u000A" }If it is urgent: { $contact }
    }
customer-held = Our records were restored from a backup, and a person checks your request before it goes on; you need not do anything. What you write meanwhile is kept and answered then.
customer-gate-closed = Our records are being checked after a restore, so that nothing happens twice. Please write again a little later; nothing was begun.
customer-request-stopped =
    Your request could not be finished and was closed by our team.{ $contact ->
        [none] { "" }
       *[other] { " " }Please contact { $contact }.
    }
customer-request-cancelled = Your request is withdrawn. Nothing more will happen with it.
customer-cancel-nothing = There is nothing to cancel: you have no open request.
customer-cancel-in-doubt =
    I cannot withdraw your request now: a step of it may have been carried out, and a person is checking that.{ $contact ->
        [none] { "" }
       *[other] { "\u000A" }If it is urgent: { $contact }
    }
customer-cancel-too-late = It is too late to cancel: your request is being carried out at this moment.


forget-words-yes = yes
forget-confirm = Shall I erase what you wrote to me, and what I answered, as far as it has ended? That cannot be undone. What our team decided, and when, stays on record. Write { $command } if you want it.
forget-done =
    Erased: what you wrote and what I answered, your name, your proven address and what your requests were about, as far as they have ended. What was decided, and when, stays on record.{ $open ->
        [none] { "" }
       *[other] { "\u000A" }An open request is not erased: first /cancel it, or wait until it is decided. Then write /forget again.
    }
forget-asked = A person will see to it that what you wrote is erased. You need not do anything else.
forget-never =
    I cannot erase anything by myself.{ $contact ->
        [none] { "" }
       *[other] { " " }Please contact { $contact }.
    }
forget-carried-out =
    Erased: what has ended of conversation { $id }. Its customer was told.{ $open ->
        [none] { "" }
       *[other] { " " }A request is still open: it was not touched.
    }
forget-unknown = There is no conversation { $id }.
operator-forget = A customer of { $bot } asks that what they wrote be erased: conversation { $id }. To carry it out, an operator writes { $command }
customer-language-list =
    I speak { $current } with you. Choose another language with /language and its code:
    { $languages }
customer-language-changed = From now on I speak { $language } with you.
customer-language-unknown =
    I do not speak “{ $wanted }”. These are my languages:
    { $languages }
customer-unreadable = I can read text, photos, documents and voice messages, but not this. Please write it in words.
customer-file-large =
    I cannot take { $name ->
        [none] your file
       *[other] { $name }
    }: it is larger than { $most } MB. Please send a smaller one, or tell me in words what it shows.
customer-file-type =
    I cannot take { $name ->
        [none] your file
       *[other] { $name }
    }: files of its type are not accepted here. A picture or a PDF is.
customer-command-unknown = I do not know { $command }. /help lists what I understand.

## When people and customers talk with each other

talk-joined = { $by } has joined: you are writing with a person now. /cancel ends your request.
talk-left = { $by } has left the conversation.
talk-left-open = { $by } has left the conversation. Your request is still being decided; you will hear back here.
talk-lapsed = Nobody has written for a while on our side, so the conversation with a person is over. Your request is still being decided.
talk-room-open =
    { $by } talks with { $customer } ({ $channel ->
        [telegram] Telegram
        [discord] Discord
        [play] playground
       *[other] { $channel }
    }) about request { $id }. The bot is silent. What you write here goes to them; in a shared group, what you write as a reply.
    Lines that begin with // stay among you. It ends with a decision: by the buttons, or by /handback.
talk-room-floor = { $by } leads this conversation now.
talk-room-over =
    { $state ->
        [approved] { $by } has approved the request.
        [chosen] { $by } has decided the request.
        [rejected] { $by } has rejected the request.
        [timed_out] The request's time is up.
        [cancelled] The customer has withdrawn the request.
        [pending] { $by } has voted and left the conversation; the request is still open.
       *[other] { $by } has handed the customer back.
    } This conversation is over; the bot speaks again.
talk-room-left = { $by } has handed the customer back without a decision. The request is still open.
talk-room-lapsed = Nobody has written for a while on our side: { $by }'s conversation with the customer is over. The request is still open.
talk-line = { $name }: { $text }
talk-files = From { $name }
talk-edited = (changed) { $text }
talk-edited-line = (changed) { $text }
talk-undelivered = Your last message could not be delivered to the customer.
talk-unconfirmed = Your last message was sent twice and nobody confirmed it: the customer may have it once, twice or not at all.
talk-room-moved =
    The room of this conversation is gone: it goes on here, with what you write as a reply.
    { $text }
talk-unreadable = I can carry on texts and files only; this did not reach the customer.
talk-command-edited = An edit is no command, and the customer does not get it. Please write the command anew.
talk-over = This conversation is over; that did not reach the customer. /handoff shows how the request stands.
talk-elsewhere = Somebody talks with this customer already, about request { $id }. One conversation at a time.
talk-place-taken = Another conversation is held here. /handback ends it; then this one can begin.
inquiry =
    { $by } has a question about your request:
    { $words }
    Please answer here, with files if they help. Your request waits for you.
inquiry-thanks = Thank you, I have passed that on. Your request goes on.
inquiry-answered =
    { $id }: { $by } answers:
    { $words }
inquiry-lapsed = { $id }: the customer has not answered the question. The request waits for your decision again.
nudge = { $id }: { $customer } asks how the request stands.
nudge-person = { $id }: { $customer } asks for a person. /takeover { $id }
nudge-done = I have told those who decide that you are waiting.
nudge-later = They know that you are waiting. You can ask again at { $at }.
human-called = I have asked for a person. They will write to you here.
human-there = A person is with you already: just write.
human-asked = would like to talk with a person
human-not-offered =
    I cannot fetch a person here. Write what you need, and I will ask people where a decision is theirs.{ $contact ->
        [none] { "" }
       *[other] { " " }You can also write to { $contact }.
    }
add-how = Just write it here, or send a file: it is added to your request, and those who decide see it.
status-usual = Usually decided within { $p50 }, nearly always within { $p90 }.
status-stage-seen = A reviewer has seen it.
status-stage-asked = A reviewer has a question for you; your request waits for your answer.
status-stage-talking = { $by } is writing with you now.
status-outcome-approved = Your request was approved.
status-outcome-chosen = Your request was decided.
status-outcome-rejected = Your request was not approved.
status-outcome-timed_out = Nobody could decide your request in time.
status-outcome-cancelled = Your request is withdrawn.
status-running = What follows from that is under way.
status-looked-at = A person looks at what follows from that.
status-broken-off = Not all that was to follow from that was done.
status-done = It is closed now.
status-button-cancel = Withdraw
status-button-add = Add something
status-button-nudge = Ask how it stands


## Where a request stands, for /status

status-none = You have no open request. Write what you need.
status-reply = I am waiting for your answer to my last question.
status-decision =
    Your request from { $opened } is waiting for a decision of our team.{ $estimate ->
        [none] { "" }
       *[other] { " " }Usual time to an answer: { $estimate }.
    }{ $more ->
        [none] { "" }
       *[other] { "\u000A" }{ $more }
    }{ $contact ->
        [none] { "" }
       *[other] { "\u000A" }If it is urgent: { $contact }
    }
status-checking =
    A step of your request may or may not have been carried out. A person is checking it, so that nothing happens twice.{ $contact ->
        [none] { "" }
       *[other] { "\u000A" }If it is urgent: { $contact }
    }
status-held = Your request is being checked after a restore of our records; it goes on when a person has looked at it.
status-stopped =
    Your request met a problem on our side. A person is looking at it.{ $contact ->
        [none] { "" }
       *[other] { "\u000A" }If it is urgent: { $contact }
    }
status-working = I am working on your request at this moment.


## What a customer reads when a workflow does not say it

outcome-failed =
    I could not verify that it is you, so I stop here.{ $contact ->
        [none] { " " }You may begin again at any time.
       *[other] { " " }You may begin again at any time, or contact { $contact }.
    }
outcome-cancelled = Your request was withdrawn. Nothing more will happen with it.


## Verification by a mailed code

auth-ask-address = To go on I must know that it is you. What is your e-mail address?
auth-invalid-address = That does not look like an e-mail address. Please write it like name@example.com.
auth-code-sent =
    I have sent a code of six digits to { $address }. It is valid for { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }. Please type it here.
auth-wrong-code =
    { $tries ->
        [one] That is not the code. You have one try left.
       *[other] That is not the code. You have { $tries } tries left.
    }
auth-code-expired = That code is no longer valid. You get a new one.
auth-change-address = Then to another address. What is your e-mail address?
auth-cancelled = All right, I stop here. Nothing was done; you may begin again at any time.
auth-too-many-codes =
    I cannot send another code yet. Please ask for one again in { $minutes ->
        [one] a minute
       *[other] { $minutes } minutes
    }.
auth-remembered = You are known to me as { $address }, so I need no code this time.
auth-no-tries = That was not the code, and there are no tries left.
auth-verified = Thank you, { $address } is verified.


## What a customer can wish instead: the buttons, and the words that may be typed for them

wish-resend = Send a new code
wish-change = Other address
wish-cancel = Cancel
wish-words-resend = resend again new
wish-words-change = change other
wish-words-cancel = cancel stop


## Mails

mail-code-subject =
    { $bot ->
        [none] Your code: { $code }
       *[other] Your code for { $bot }: { $code }
    }
mail-code-body =
    { $bot ->
        [none] Your code is { $code }.
       *[other] Your code for { $bot } is { $code }.
    }

    It is valid for { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }. If you did not ask for it, you can ignore this mail: nobody gets in without the code.


mail-review-code-body =
    Your code for this decision is { $code }.

    It is valid for { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }. If you did not ask for it, somebody else has your link: do not pass the code on, and tell your team.
mail-card-subject = { $title } · { $bot } · { $id }
mail-card-note = These links are for { $name } alone. Opening one decides nothing: its page shows the whole request and asks you.
mail-card-nobody = This address belongs to nobody who decides, so there are no links here.
mail-card-cut = Shortened for this mail. The page behind the links shows all of it.
mail-file-left = { $name } is not attached: it is too large for a mail, or of a type that a mail provider refuses. The page behind the links in the request's mail has it.


## The page behind a link of a mail

link-unknown = This link is not valid. Nothing was decided.
link-old = This link is too old. Nothing was decided.
link-other = This link belongs to a request that is not asked any more in this way. Nothing was decided.
link-intro = Nothing is decided yet. Read the request, then decide.
link-sure = I am { $name }, and this is my decision.
link-who = This link is for { $name }
link-talk = Whole conversation
link-back = Back to the request
link-talk-earlier =
    { $count ->
        [one] One earlier line
       *[other] { $count } earlier lines
    }
link-words-reject = Reason
link-words-confirm = Reference of what happened
link-reason-needed = A reason is required here. Nothing was decided yet.
link-tick = Please set the tick first: it tells you from a program. Nothing was decided yet.
link-form-old = This form is too old or not from this page. Please try again; nothing was decided yet.
link-fields = May be changed before it is decided
link-change = Change
link-change-first = You have typed another value: press Change first, or put the old one back. Nothing was decided yet.
link-changed = It is asked anew like this, and a new mail with links is on its way. The links that you had do not decide it any more.
link-unchanged = There is nothing to change: the values are as they were.
link-code = Code from the mail
link-code-note = This decision needs a code besides, which goes to { $address }.
link-code-send = Mail me a code
link-code-sent =
    A code is on its way to { $address }. It is valid for { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }.
link-code-wrong = That is not the code, or it is used up or too old. Nothing was decided; you can have a new one mailed.


## Cards: titles, labels, notes

card-title-approval =
    { $label ->
        [none] Approval needed
       *[other] Approval needed: { $label }
    }
card-title-failure = A request stopped at { $node }
card-title-doubt = Was { $tool } carried out?
card-reason-failure = The node { $node } could not do its work. { $error }
card-reason-doubt =
    The call of { $tool } ended without an answer: it may have been carried out.{ $lapsed ->
        [none] { "" }
       *[other] { " " }By now its idempotency key may not be honoured any more: sent again, it could happen twice.
    } Please look into the other system before you stop the request; it is not called again.
card-label-bot = Bot
card-label-reason = Reason
card-label-opened = Requested
card-label-facts = Variables
card-label-editable = Can be changed
card-label-calls = Approve will call
card-label-calls-options = What each choice will call
card-label-transcript = Conversation
card-label-node = Node
card-label-field = Field
card-label-error = Cause
card-label-tool = Tool
card-label-arguments = Arguments
card-label-key = Idempotency key
card-label-key_until = Key is honoured until
card-label-sent_at = Sent
card-label-effect = Repeating it
card-label-finding = What a look found
card-calls-none = Approve calls no tool.
card-calls-none-options = No choice calls a tool.
card-calls-unknown = Then also, with arguments that are not known yet: { $tools }
card-calls-unseen = When this was asked, { $tools } could not be looked up. Approve calls what the server offers under this name at that moment; if it still cannot be looked up then, nothing is called and an operator is asked.
card-verified-mail = verified by code mailed at { $at }
card-secret = hidden
card-in-file = This request is too long for a message. All of it, nothing cut, is in the file above: read it before you decide.
card-talk-caption = The conversation behind { $id }
card-erased = Erased: what this request was about is not kept any more. Who decided what, and when, stays on record.
card-files-caption = From the customer, for { $id }
card-file = { "[" }{ $kind ->
       *[document] file
        [photo] photo
        [voice] voice message
    }{ $name ->
        [none] { "" }
       *[other] : { $name }
    }{ $size ->
        [none] { "" }
       *[other] , { $size }
    }{ $refused ->
        [none] { "" }
        [large] { "" } – not taken: too large
       *[other] { "" } – not taken: files of its type are refused
    }]
card-late = new since the request
card-notice-unreached = No mail arrives at { $places }, so other places were asked.
card-notice-silence = Taps between { $since } and { $until } may not have reached me. If you tapped then, please tap again.
card-notice-failure = { $by } tapped at { $at }, and the platform reported that as failed: nothing was decided. Please tap again.
card-reply-confirm = Do you mean { $id }? Nothing is decided by a message alone: please tap.
card-words-approve = approve approved yes ok okay
card-words-reject = reject rejected no deny denied
reject-because-1 = Against our rules
reject-because-2 = Information is missing
reject-because-3 = Asked for twice
reject-because-4 = Looks like misuse
card-empty = nothing
card-who-customer = Customer
card-who-bot = Bot
card-button-approve = Approve
card-button-ask_reason = Reject
card-button-reject = Reject without a reason
card-button-reopen = Do not reject
card-button-retry = Retry
card-button-stop = Stop
card-button-more = More…
card-button-talk = Whole conversation
card-button-open = Open in private
card-button-less = Back
card-button-undo = Undo
card-button-ask_question = Ask the customer
card-button-take_over = Talk with the customer
card-button-claim = I look after this
card-button-release = I leave this to others
card-button-ask_edit = Change a value
card-button-reveal = Show what is hidden
card-button-doubt-ask_reference = It happened
card-button-doubt-confirm = It happened, without a reference
card-button-doubt-retry = It did not happen
card-button-doubt-reopen = Back
card-button-doubt-stop = Stop the request


## Files: how they are called, and file-<why one is not shown>

file-name =
    { $kind ->
       *[document] file
        [photo] photo
        [voice] voice message
    }
file-large = { $name } is not shown here: it is larger than { $most } MB.
file-type = { $name } is not shown here: files of its type are refused, whatever it is called.
file-gone = { $name } is not shown here: the platform that it was sent on has it no more.
file-kept = { $name } is not shown here: the platform that it was sent on does not hand it out.
file-nowhere = { $name } is not shown here: the account that it was sent to is not configured any more.
file-away = { $name } is not shown here: the platform that it was sent on cannot be reached at present.
file-unknown = There is no such file in this conversation.
file-later = The file cannot be had at this moment. Please try again in a little while.


## The state of a handoff, as a card's status line: state-<HandoffState>

state-pending = Waiting for a decision
state-held = Under review after a restore: nobody can decide this before an operator resumes it
state-inquiring = { $by } is writing a question to the customer; anybody may still decide
state-talking = { $by } has been talking with the customer since { $at }
state-asked = { $by } asked the customer at { $at }: { $words } No time counts until they answer, at the latest until { $until }
state-rejecting = { $by } is rejecting this and is asked for the reason; anybody may still decide
state-confirming = { $by } says that it happened and is asked for the reference; anybody may still decide
state-confirmed =
    { $by } confirmed at { $at } on { $via } that it happened{ $reason ->
        [none] { "" }
       *[other] : { $reason }
    }
state-settling =
    { $option ->
        [none] Approved by { $by }
       *[other] “{ $option }” chosen by { $by }
    }; it begins at { $at } unless somebody undoes it
state-chosen =
    “{ $option }” chosen by { $by } at { $at } on { $via }{ $reason ->
        [none] { "" }
       *[other] : { $reason }
    }
state-approved =
    Approved by { $by } at { $at } on { $via }{ $reason ->
        [none] { "" }
       *[other] : { $reason }
    }
state-rejected =
    Rejected by { $by } at { $at } on { $via }{ $reason ->
        [none] { "" }
       *[other] : { $reason }
    }
state-timed_out = Nobody decided in time; closed at { $at } without approval
state-cancelled =
    Withdrawn by { $by } at { $at }{ $reason ->
        [none] { "" }
       *[other] : { $reason }
    }
state-retried = Retried by { $by } at { $at } on { $via }
state-stopped =
    Stopped by { $by } at { $at } on { $via }{ $reason ->
        [none] { "" }
       *[other] : { $reason }
    }


## What has happened to a request while it waits, below its state

progress-wanted =
    { $steps ->
        [none] { "" }
       *[other] Step { $step } of { $steps }.{ " " }
    }Needed: { $ways }. { $count ->
        [0] No vote yet.
        [one] One vote so far.
       *[other] { $count } votes so far.
    }
progress-seats = { $count } of { $team }
progress-and = and
progress-or = or
progress-deny = It takes { $count } rejections to reject.
progress-vote-approve =
    { $by } approves, { $at }{ $reason ->
        [none] { "" }
       *[other] : { $reason }
    }
progress-vote-reject =
    { $by } rejects, { $at }{ $reason ->
        [none] { "" }
       *[other] : { $reason }
    }
progress-vote-choose =
    { $by } is for “{ $option }”, { $at }{ $reason ->
        [none] { "" }
       *[other] : { $reason }
    }
progress-wants-person = The customer asks for a person
progress-assigned = { $by } looks after this
progress-escalated = Nobody decided in time, so these were asked, too: { $teams }
progress-edited =
    { $before ->
        [none] was empty
       *[other] was { $before }
    }, changed by { $by } at { $at }
progress-votes-void = Changed at { $at }: votes given before that do not count any more.


## Where a decision was made: via-<channel>

via-telegram = Telegram
via-discord = Discord
via-email = e-mail
via-web = the dashboard
via-api = the API
via-play = the playground
via-clock = the clock


## What a person who taps or decides is told

tap-done-approved = Approved.
tap-done-chosen = Noted: { $option }.
tap-done-settling =
    { $option ->
        [none] Approved.
       *[other] Noted: { $option }.
    } It begins in { $span }; until then Undo takes it back.
tap-done-vote = Your vote counts; you may still change it.
tap-done-rejected = Rejected.
tap-done-rejecting =
    { $skip ->
        [none] Please write the reason as your next message here.
       *[other] Please write the reason as your next message here, or reject without one by the button on the card.
    }
tap-done-inquiring = Please write the question to the customer as your next message here.
tap-done-inquire = I have asked the customer. The answer comes here and onto the card.
tap-done-take_over = You talk with the customer now; the room for it is being opened.
tap-done-end_talk = The customer is back with the bot. The request is still open.
tap-done-pending = The request is open again.
tap-done-confirming = Please write the reference of what happened as your next message here, or confirm without one by the button on the card.
tap-done-confirmed = Noted that it happened. The request goes on.
tap-done-retried = Retrying.
tap-done-stopped = Stopped.
tap-already-approved = Already approved by { $by } at { $at }.
tap-already-chosen = { $by } already chose “{ $option }” at { $at }.
tap-already-settling =
    { $option ->
        [none] Already approved by { $by }
       *[other] { $by } already chose “{ $option }”
    }; it begins at { $at }. To stop it, undo it first.
tap-already-rejected = Already rejected by { $by } at { $at }.
tap-already-timed_out = Too late: nobody decided in time, and it was closed at { $at }.
tap-already-cancelled = Too late: withdrawn by { $by } at { $at }.
tap-already-retried = Already retried by { $by } at { $at }.
tap-already-confirmed = { $by } already confirmed at { $at } that it happened.
tap-already-stopped = Already stopped by { $by } at { $at }.
tap-not-reviewer = You are not a reviewer of this team, so nothing happened.
tap-not-at-this-stage = Other teams approve at this step, so nothing happened. You may still reject.
tap-voted-before = You have approved at an earlier step: now other people have to. You may still reject.
tap-not-operator = Only an operator may do this, so nothing happened.
tap-own-request = This is your own request: somebody else has to decide.
tap-cannot-verify = I could not see your roles, so nothing happened. Please decide in the server's channel, and try again in a moment.
tap-anonymous = I cannot see who you are: you write as the group or a channel. Please write under your own name, or tap the buttons, which tell me who you are.
tap-unknown = I do not know this button. Nothing happened.
tap-held = This request is under review after a restore: an operator must resume it first. Nothing was decided.
tap-changed = { $by } changed this at { $at }. Nothing was decided: please look at it again, and tap once more.
tap-changed-typed =
    { $by } changed this at { $at }, and nothing was decided. It says now:
    { $changes }
    If you mean it so, please write: { $command }
tap-not-offered = This is not possible any more. Nothing happened.
tap-too-early = The call may still be under way. Whether it happened can be said from { $at } on.
tap-reason-needed = A reason is required here, and nothing was decided yet. Please write: { $command } { $id } and the reason.
tap-ask-reason = { $by }, why do you reject { $id }? Please write the reason here.
tap-reason-kept = Rejected, with your reason.
tap-failed = That did not work, and nothing was decided. Please try again.

handling-claimed = You look after this now. Others may still decide.
handling-claimed-before = { $by } looks after this already. Nothing changed.
handling-released = It is left to others again.
handling-assigned = { $name } looks after this now.
handling-not-theirs = That person may not decide this request, so nothing changed.
handling-snoozed = You are all reminded of it at { $at } at the earliest. Who is asked, and until when, stays as it is.

snooze-too-long = That is too long: { $longest } at the most.
assign-unknown =
    I know nobody named { $name }. { $people ->
        [none] Nobody else may decide this request.
       *[other] These may decide this request: { $people }
    }
assign-ambiguous = Several people are named { $name }; please write the word behind the @: { $people }
undo-nothing = { $id } is not decided yet, so there is nothing to undo.
bulk-alone = left as it is: it is decided alone, by { $command } { $id } or on its card.
bulk-too-many = Nothing was decided: { $most } requests at a time are the most.


## Changes of a value before a request is decided: edit-<why it is refused>

edit-value = VALUE
edit-words-true = yes true
edit-words-false = no false
edit-kind-text = text
edit-kind-boolean = yes or no
edit-kind-choice = one of { $choices }
edit-kind-number =
    number{ $least ->
        [none] { "" }
       *[other] , at least { $least }
    }{ $most ->
        [none] { "" }
       *[other] , at most { $most }
    }
edit-kind-date =
    date such as 2026-03-31{ $least ->
        [none] { "" }
       *[other] , not before { $least }
    }{ $most ->
        [none] { "" }
       *[other] , not after { $most }
    }
edit-how =
    To change a value, write one of these, with what it is to be:
    { $commands }
edit-done =
    { $field } is { $after } now; it was { $before ->
        [none] empty
       *[other] { $before }
    }.{ $voided ->
        [none] { "" }
       *[other] { " " }Votes given before do not count any more.
    } Cards and buttons from before do not approve it: /approve { $id } or the card as it is now does.
edit-nothing = Nothing of this request can be changed.
edit-unknown = “{ $field }” cannot be changed here. These can: { $detail }
edit-ambiguous = “{ $field }” could be any of these; please write one of them: { $detail }
edit-empty = Please write the value behind it: /edit { $id } { $field } and the value.
edit-same = { $field } is that already, so nothing changed.
edit-too-long = That is too long for { $field }: { $detail } characters at the most.
edit-no-number = { $field } must be a number such as 1999.50. Nothing changed.
edit-no-truth = { $field } must be yes or no. Nothing changed.
edit-no-date = { $field } must be a date such as 2026-03-31. Nothing changed.
edit-no-choice = { $field } must be one of these: { $detail }. Nothing changed.
edit-too-small = { $field } must be at least { $detail }. Nothing changed.
edit-too-large = { $field } must be at most { $detail }. Nothing changed.
edit-too-early = { $field } must not be before { $detail }. Nothing changed.
edit-too-late = { $field } must not be after { $detail }. Nothing changed.
edit-not-there = { $field } does not exist in this request, so it cannot be changed.
edit-cannot-be-asked = With that value of { $field } the request could not be put before you, so nothing changed: { $detail }


## Forms that are filled in before a decision, at most 45 characters each

form-title-reject = Reject { $id }
form-title-inquire = Ask the customer: { $id }
form-title-confirm = It happened: { $id }
form-title-edit = Change { $id }
form-label-edit = Which value, and what it is to be
form-label-reject = Your own words
form-label-inquire = Your question
form-label-confirm = Reference, such as a number
form-choices = Reason


## What operators read in their place

operator-webhook = The webhook at { $host } was given up for some events, which nobody there has taken. The dashboard tells more, under Webhooks.
operator-undelivered =
    { $kind ->
       *[text] A message
        [mail] A mail
        [card] A card
        [edit] A change of a card
        [files] A customer's file
        [room] A conversation's room
        [relay] A message of a conversation
    } for { $place } could not be delivered and is not tried again: { $detail }
operator-unconfirmed =
    { $kind ->
       *[text] A message
        [mail] A mail
        [card] A card
        [edit] A change of a card
        [files] A customer's file
        [room] A conversation's room
        [relay] A message of a conversation
    } for { $place } was sent twice and nobody confirmed it: it may have arrived once, twice or not at all. { $detail }

operator-mail-lost =
    { $kind ->
       *[bounced] The mail with request { $id } did not arrive: { $place } does not take it.
        [complained] { $place } marked the mail with request { $id } as unwanted.
        [failed] The mail with request { $id } could not be sent to { $place }.
        [suppressed] The mail with request { $id } was not sent: the provider holds { $place } to be unreachable.
    } The request says so and was posted elsewhere, if it is still open.


## Reminders, at places where cards are

reminder =
    { $count ->
        [one] A request is waiting for a decision:
       *[other] { $count } requests are waiting for a decision:
    }
reminder-line = { $id } · for { $since } · { $what }
reminder-escalated = Still nobody has decided { $id }: please have a look. /handoff { $id } shows it again.
reminder-more =
    { $count ->
        [one] and one more: /pending
       *[other] and { $count } more: /pending
    }


## Commands

command-help = I post here what needs a decision, with buttons to decide. You can also write:
command-describe-start = Begin
command-describe-help = What I can do
command-describe-status = Where your request stands
command-describe-cancel = Withdraw your request
command-describe-forget = Have what you wrote erased
command-describe-language = Change my language
command-describe-pending = Requests that wait for a decision
command-describe-handoff = Show one request
command-describe-approve = Approve a request
command-describe-reject = Reject a request
command-describe-mine = Requests that you look after
command-describe-choose = Choose one of the outcomes that a request offers
command-describe-undo = Take an approval back while there is time
command-describe-edit = Change a value before it is decided
command-describe-ask = Ask the customer of a request something
command-describe-takeover = Talk with the customer in the bot's stead
command-describe-handback = End the talk, with a decision or without
command-describe-human = Ask for a person
command-describe-add = Add something to your request
command-describe-nudge = Ask how your request stands
command-describe-claim = Look after a request
command-describe-release = Leave a request to others
command-describe-assign = Have somebody look after a request
command-describe-snooze = Be reminded of a request later
command-describe-bind = Give this group, topic or chat the cards of a team
command-describe-unbind = Take this place from its team
command-describe-reviewers = Who decides, and where
command-describe-workflows = What new requests begin with
command-describe-validate = Look for mistakes in the workflow files
command-describe-reload = Take the workflow files as they are now
command-describe-stats = How many requests, and how soon decided
command-describe-audit = What was done lately, or to one request
command-describe-doctor = Whether everything works, and what to do
command-describe-talk = Talk with me in a thread of your own
command-done = Done.
command-pending =
    { $count ->
        [one] One request waits for a decision:
       *[other] { $count } requests wait for a decision:
    }
command-pending-line =
    { $id } · { $bot } · { $opened } · { $by ->
        [none] { "" }
       *[other] { $by } looks after this ·{ " " }
    }{ $bulk ->
        [none] { "" }
       *[other] ⧉{ " " }
    }{ $reason }
command-pending-bulk = ⧉ may be decided together: { $command }
command-pending-more =
    Page { $page } of { $pages }. { $last ->
        [none] Next: { $command }
       *[other] This is the last one; from the beginning: { $command }
    }
command-pending-empty =
    { $narrowed ->
        [none] Nothing waits for a decision.
       *[other] Nothing of that kind waits for a decision. All that waits: /pending
    }
command-usage-pending =
    I do not understand “{ $word }” here. These can stand behind { $command }, in any order:
    bot:NAME – requests of one bot
    team:NAME – requests that a team decides
    mine – what you look after
    unclaimed – what nobody looks after
    bulk – what may be decided together
    older:2h – what has waited longer than that (30m, 2h, 3d)
    2 – the second page
    For example: { $command } team:finance older:2h
command-reviewers-only = Only reviewers can use { $command }.
command-handoff-unknown = There is no request { $id } that you may see.
command-handoff-ambiguous = { $id } could be any of these; please write more of it: { $ids }
command-usage-handoff = Please write it like this: /handoff ID. /pending lists the ids.
command-usage-approve = Please write it like this: /approve ID, with a reason after it if you like, or /approve ID ID ID. /pending lists the ids.
command-usage-reject = Please write it like this: /reject ID, with a reason after it if you like, or /reject ID ID ID. /pending lists the ids.
command-usage-choose = Please write it like this: /choose ID OUTCOME, with a reason after it if you like. The card shows the outcomes.
choose-unknown =
    { $options ->
        [none] { $id } offers no outcomes of its own: /approve or /reject it.
       *[other] { $id } offers these outcomes: { $options }
    }
command-usage-undo = Please write it like this: /undo ID. /pending lists the ids.
command-usage-ask = Please write it like this: /ask ID QUESTION. /pending lists the ids.
command-usage-takeover = Please write it like this: /takeover ID. /pending lists the ids.
command-usage-handback = Please write it in the conversation's room, or like this: /handback ID approved. /pending lists the ids.
handback-how = Please say how it ends: { $ways }. A reason may stand behind.
handback-no-talk = Nobody talks with the customer of { $id }.
command-usage-claim = Please write it like this: /claim ID. /pending lists the ids.
command-usage-release = Please write it like this: /release ID. /mine lists what you look after.
command-usage-assign = Please write it like this: /assign ID @NAME. /pending lists the ids.
command-usage-snooze = Please write it like this: /snooze ID 2h, with 30m, 2h or 3d for how long. /pending lists the ids.
command-usage-edit = Please write it like this: /edit ID NAME VALUE. The request itself lists what can be changed: /handoff ID shows it.


## What operators read after their commands

admin-only = Only operators can use { $command }, so nothing happened.
admin-bind-usage = Please write it like this: /bind TEAM. These are the teams: { $teams }
admin-bind-in-private = Please write { $command } to me in private: the code that I give you there is for your eyes only.
admin-bind-code =
    In the group or topic that should get the cards of { $team }, write this within { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }; it works once:
    { $command }
admin-bind-refused = This code does not work here: it is wrong, was used, or is too old. An operator gets a new one from me in private, by /bind and the team.
admin-bind-done = From now on the cards of { $team } come here.
admin-bind-already = The cards of { $team } come here already.
admin-bind-configured = The cards of { $team } come here already: the configuration says so.
admin-bind-used = Your code was used by { $who }: the cards of { $team } go to { $place } from now on. If that is not right, write /unbind { $place }
admin-bind-rights = I have all the rights here that cards need.
admin-unbind-done = No new cards of { $team } go to { $place } any more. Those that are there stay, and can still be decided.
admin-unbind-configured = { $place } stands in the configuration, as { $key }: take it out there, and start anew.
admin-unbind-nothing = No team is bound to { $place }.
admin-place-configured = configuration: { $key }
admin-place-bound = bound by { $by } on { $at }
admin-place-operators = Operators of { $bot }
admin-operators = Operators
admin-team-unknown = There is no team { $team }. These are the teams: { $teams }
admin-bot-unknown = There is no bot { $bot }. These are the bots: { $bots }
admin-workflow =
    { $bot } ({ $key }): { $name ->
        [none] workflow
       *[other] { $name }
    }, version { $version }, { $count ->
        [one] one node
       *[other] { $count } nodes
    }
admin-workflow-file = The file as it is now: errors { $errors }, warnings { $warnings }
admin-workflow-changed = The file says something else than what new runs begin with: { $command } takes it.
admin-workflow-runs =
    { $runs ->
        [none] No run is open.
       *[other] Open runs by version: { $runs }
    }
admin-validate-fine = { $bot }: nothing to find fault with in { $file }
admin-validate-found =
    { $bot }: { $count ->
        [one] one finding
       *[other] { $count } findings
    } in { $file }
admin-severity-error = error
admin-severity-warning = warning
admin-severity-note = note
admin-reload-done = { $bot }: new runs begin with version { $version } now. Open runs finish on theirs.
admin-reload-same = { $bot }: the file is version { $version }, with which new runs begin already.
admin-reload-refused = { $bot }: because of these errors nothing changed; new runs begin as before.
admin-stats-title =
    { $bot ->
        [none] All bots
       *[other] { $bot }
    }, { $count ->
        [one] the last day
       *[other] the last { $count } days
    }
admin-stats-opened =
    { $count ->
        [one] One request asked people.
       *[other] { $count } requests asked people.
    }
admin-stats-approved = { $count } approved
admin-stats-chosen = { $count } chosen
admin-stats-rejected = { $count } rejected
admin-stats-timed_out = { $count } timed out
admin-stats-cancelled = { $count } withdrawn
admin-stats-retried = { $count } retried
admin-stats-confirmed = { $count } confirmed
admin-stats-stopped = { $count } stopped
admin-stats-waiting =
    { $count ->
        [0] None waits now.
        [one] One waits now, since { $since }.
       *[other] { $count } wait now, the oldest since { $since }.
    }
admin-stats-times = Half of the decisions took at most { $half }, nine of ten at most { $most }.
admin-audit-verify = Whether the record is whole says: assent audit verify


## The test card

sample-title = Test card
sample-status = Please tap a button: nothing is decided by it
sample-status-works = { $by } tapped at { $at }: taps arrive, and cards can be changed. Nothing was decided
sample-status-close = Put away by { $by } at { $at }
sample-reason = This card shows that the cards of this team arrive here.
sample-label-team = Team
sample-label-place = Place
sample-button-works = Test
sample-button-close = Put away
sample-posted = The card above is a test: please tap it.
sample-not-posted = A test card could not be posted here: { $detail }
sample-tap-member = The test worked. You may decide for { $team }.
sample-tap-stranger = The test worked: your tap arrived. You are not in this team, so you could not decide a real card.
sample-closed = Put away.


## What is wrong and what to do about it, for operators: a check-up's and a status' findings

doctor-connecting = not connected yet
doctor-slow = no answer in time; please try again
doctor-unreachable = cannot be reached: { $detail }
doctor-no-channel = no channel of the configuration serves this place: add the account, or remove the place
doctor-database =
    { $detail }{ $fix ->
        [none] { "" }
       *[other] . To mend it: { $fix }
    }
doctor-restored = a backup was restored, and { $number } requests wait for an operator: assent resume
doctor-workflow =
    { $detail }{ $more ->
        [none] { "" }
       *[other] { " " }(and { $more } more: /validate, or assent check)
    }
doctor-mcp = not connected: { $detail }. Look whether the server runs, and whether its command or url is right
doctor-mcp-tool = the configuration names tools that the server does not have: { $tools }
doctor-mail-key = Resend refuses the API key ({ $detail }): make a new one under API Keys and set email.api_key
doctor-mail-domain = Resend does not send for { $domain } (its state there: { $state }): add it under Domains and set its DNS records, or change email.from
doctor-mail-login = the mail server refuses name and password ({ $detail }): look at email.smtp_url
doctor-mail-refused = the mail provider refuses us ({ $detail }), mails wait: look at [email] in the configuration
doctor-telegram-token = Telegram refuses the token ({ $detail }): take the one that @BotFather gives you
doctor-telegram-conflict = another program listens with this token; stop it, or give it a token of its own. Telegram says: { $detail }
doctor-telegram-untaken = an update could not be taken and is asked for again ({ $detail }); the log says more
doctor-telegram-webhook-other = the webhook leads elsewhere ({ $url }): assent run sets it when it starts; look whether another program does, too
doctor-telegram-webhook-failing = Telegram cannot deliver to the webhook: { $detail }. Look whether public_url can be reached from outside
doctor-telegram-chat = I do not know this chat, or was put out of it ({ $detail }): add me to the group, or correct the number
doctor-telegram-not-member = I am not in “{ $chat }”: add me to the group
doctor-telegram-may-not-write = I may not write in “{ $chat }”: let members send messages, or make me an administrator
doctor-telegram-may-not-edit = I may not edit messages in “{ $chat }”: make me an administrator who may
doctor-telegram-no-topics = “{ $chat }” has no topics any more: turn them on again, or name the group alone
doctor-telegram-may-not-open = I may not open topics in “{ $chat }”, so talks with customers are held there by replies: give me the right to manage topics
doctor-discord-token = Discord refuses the token ({ $detail }): take the one on the page Bot of your application in the developer portal
doctor-discord-intents = Discord closed the connection: switch on the message content intent on the page Bot of the developer portal, or take the servers out of guilds
doctor-discord-content = I cannot read what people write in servers: switch on the message content intent on the page Bot of the developer portal
doctor-discord-guild = I am not in this server ({ $detail }): invite me, or take its number out of guilds
doctor-discord-channel = I do not know this channel, or may not see it ({ $detail }): invite me to the server, let me view the channel, or correct the number
doctor-discord-kind = { $channel } takes no cards: name a text channel, a thread or a forum of a server
doctor-discord-may-not-see = I may not see “{ $channel }”: give my role the permission View Channel there
doctor-discord-locked = the thread “{ $channel }” is locked: unlock it, or give my role the permission Manage Threads
doctor-discord-may-not-write = I may not write in “{ $channel }”: give my role the permission Send Messages there, for a thread Send Messages in Threads
doctor-discord-may-not-attach = I may not attach files in “{ $channel }”, which a long card needs: give my role the permission Attach Files there
doctor-discord-may-not-read = I may not read the history of “{ $channel }”, so a card may be posted twice after an outage: give my role the permission Read Message History there
doctor-discord-may-not-thread = I may not open threads on cards in “{ $channel }”, so reviewers talk with customers in the channel itself: give my role the permissions Create Public Threads and Send Messages in Threads there
doctor-discord-replies-only = in the thread of a talk I can read only what replies to me or names me: switch on the message content intent on the page Bot of the developer portal


## What is said on Discord only

discord-write-directly = Please write to me directly: tap my name, then Message.
discord-talk-here = We talk here, where only you can read it:


## Why a node failed, for operators: error-<ErrorCode>

error-unresolved = A value is missing in { $field }: { $detail }
error-type = The values in { $field } cannot be compared or formatted: { $detail }
error-too-long = The text of { $field } became too long: { $detail }
error-tool-failed = The tool answered with an error: { $detail }
error-tool-unknown = The call may have been carried out: { $detail }
error-key-lapsed = The call may have been carried out, and its key may not be honoured any more: { $detail }
error-tool-arguments = The arguments do not fit the tool, and nothing was called: { $detail }
error-tool-missing = The tool is not there: { $detail }
error-args-changed = What would be called is not what was approved, so nothing was called: { $detail }
error-tool-changed = The tool changed after its call was approved, so nothing was called: { $detail }
error-tool-unseen = { $detail } could not be looked up when its call was approved, so nothing was called. Retry looks it up again, and calls what the server offers then.
error-no-threshold = No threshold in { $field } applies to this request, so nobody could decide it: { $detail }
error-stuck = The process ended here again and again: { $detail }
error-step-limit = The request took more steps than it may: { $detail }
error-mail = No mail can be sent: { $detail }
error-node-refused = This release does not accept this node any more: { $detail }
error-internal = A fault of ours; the log says more: { $detail }


## The playground's own page

play-title = Playground
play-tagline = AI does the work, humans approve the decisions.
play-noscript = This page needs JavaScript: it shows messages as they come.
play-panels = Panels
play-news = new
play-language = Language of this page
play-connecting = connecting…
play-connected = connected
play-reconnecting = reconnecting…
play-clock = Clock
play-clock-quarter = +15 min
play-clock-hour = +1 h
play-clock-four-hours = +4 h
play-clock-day = +1 day
play-clock-working-day = Next working day
play-customer = Customer
play-customer-switch = Customer:
play-customer-log = Chat of the customer with the bot
play-customer-empty = Say what you need, or tap a suggestion above.
play-customer-input = Message to the bot
play-bot-switch = Bot:
play-suggestions = Suggestions
play-suggest-refund = I want a refund
play-suggest-large = over 500
play-suggest-small = small order
play-review = Review group
play-who = You are:
play-review-log = Messages and cards in the review group
play-review-empty = Nothing waits for a decision. When the bot needs a person, its card appears here.
play-review-input = Reply or /command
play-mail = Mail
play-mail-log = Mails that the bot sent
play-mail-empty = Mails that the bot sends appear here.
play-mail-to = To
play-mail-code = Type the code
play-send = Send
play-sending = sending…
play-unsent = not sent yet, trying again
play-show-all = Show all characters
play-raw-call = Exact request
play-late = added later
play-attach = Attach files (up to 5, 5 MB each)
play-attach-hint = Up to 5 files, 5 MB each.
play-attach-drop = Drop files here: up to 5, 5 MB each
play-attached = Files of this message
play-uploading = uploading…
play-detach = Remove
play-reply = Reply
play-replying = Reply to
play-reply-cancel = Do not reply to it
play-edit = Edit
play-edit-input = Change your message. Enter saves it, Escape leaves it as it was.
play-edit-save = Save
play-edit-leave = Leave as it was
play-edited = edited
play-room = Talk
play-room-log = Messages of this talk
play-room-empty = What you write here goes to the customer, and the answers come here.
play-room-input = Message in this talk
play-room-open = open
play-room-closed = ended
play-error-empty = There is nothing in this message yet.
play-error-long = This message is too long: 4 MB is the most.
play-error-person = Nobody of that name is on this side of the page.
play-error-request = The server did not understand this request. Reload the page and try again.
play-error-lost = The server could not be reached. Please try again.
play-error-file-large = This file is too large: 5 MB is the most. Your message is still here.
play-error-file-empty = This file is empty. Your message is still here.
play-error-file-many = A message takes 5 files at most; the others were left out.
play-error-file-gone = A file of this message is not there any more. Please attach it again.
play-error-edit = You can change only what you wrote yourself.
play-error-room = This talk has ended, so your message was not sent.

## How commands and what stands behind them are called in menus: small letters, no spaces

command-name-start = start
command-name-help = help
command-name-status = status
command-name-cancel = cancel
command-name-forget = forget
command-name-language = language
command-name-pending = pending
command-name-handoff = handoff
command-name-approve = approve
command-name-reject = reject
command-name-mine = mine
command-name-choose = choose
command-name-undo = undo
command-name-edit = edit
command-name-ask = ask
command-name-takeover = takeover
command-name-handback = handback
command-name-human = human
command-name-add = add
command-name-nudge = nudge
command-name-claim = claim
command-name-release = release
command-name-assign = assign
command-name-snooze = snooze
command-name-bind = bind
command-name-unbind = unbind
command-name-reviewers = reviewers
command-name-workflows = workflows
command-name-validate = validate
command-name-reload = reload
command-name-stats = stats
command-name-audit = audit
command-name-doctor = doctor
command-name-talk = talk
command-option-id = id
command-option-describe-id = How the request's id begins
command-option-confirm = confirm
command-option-describe-confirm = yes, to erase at once; I ask back if left out
command-option-reason = reason
command-option-describe-reason = Why
command-option-filter = filter
command-option-describe-filter = bot:NAME team:NAME mine unclaimed bulk older:2h, or a page
command-option-field = field
command-option-describe-field = What is to be changed, as the card names it
command-option-question = question
command-option-describe-question = What you want to know
command-option-outcome = outcome
command-option-describe-outcome = approved, rejected, an option, or open
command-option-option = outcome
command-option-describe-option = As the card calls it
command-option-value = value
command-option-describe-value = What it is to be
command-option-person = person
command-option-describe-person = Such as @ana
command-option-span = span
command-option-describe-span = Such as 30m, 2h or 3d
command-option-language = language
command-option-describe-language = Such as de
command-option-team = team
command-option-describe-team = Its name
command-option-code = code
command-option-describe-code = The code that you were given in private
command-option-place = place
command-option-describe-place = Such as discord:123; this one if left out
command-option-bot = bot
command-option-describe-bot = Its name; all if left out
command-option-days = days
command-option-describe-days = How many days back
command-option-text = text
command-option-describe-text = What it is about

## What people set for themselves: accounts, absences, channels

command-describe-link = Join another account of yours
command-describe-unlink = Take an account of yours off again
command-describe-away = Say that you are away, and who decides in your stead
command-describe-back = Say that you are back
command-describe-notify = On which of your channels you hear of requests
command-name-link = link
command-name-unlink = unlink
command-name-away = away
command-name-back = back
command-name-notify = notify
command-option-proof = proof
command-option-describe-proof = The code that you were given, or a mail address; a new code if left out
command-option-account = account
command-option-describe-account = Such as telegram:123, as /link lists it
command-option-until = until
command-option-describe-until = Such as mon, 2026-12-01, 3d or 18:00
command-option-channel = channel
command-option-describe-channel = Such as email
command-option-state = state
command-option-describe-state = on or off

tap-voted-otherwise = You have voted on this already, from an account that was yours then. Nobody votes twice, so nothing happened.
tap-delegators-request = This is the request of the person in whose stead you decide: somebody else has to decide.
tap-delegator-voted = The person in whose stead you decide has voted on this already, so nothing happened.
deputy-name = { $name } for { $absent }

mail-link-body =
    Your code is { $code }.

    Whoever asked { $bot } for it wants to join this address to their own account there. It is valid for { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }. If that was not you, do nothing, and pass the code on to nobody: with it, they would act as you.

personal-link-in-private = Please write /link to me in private: the code that I give you there is for your eyes only.
personal-link-code =
    Write this to me from your other account within { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }; it works once, and makes that account yours. Pass it on to nobody: with it, they would act as you.
    { $command }
    To join a mail address, write /link and the address.
personal-link-mailed =
    I have sent a code to { $address }. Write /link and the code to me from here within { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }.
personal-link-no-address = { $address } is no mail address that I can write to.
personal-link-no-mail = I send no mails here, so I cannot join an address.
personal-link-too-many =
    I cannot send another code yet. Please ask for one again in { $minutes ->
        [one] a minute
       *[other] { $minutes } minutes
    }.
personal-link-joined = { $account } is one of your accounts from now on.
personal-link-already = { $account } is one of your accounts already.
personal-link-refused = This code does not work: it is wrong, was used, or is too old. You get a new one by /link.
personal-link-guessed = Too many wrong codes came from this account. Please wait for a quarter of an hour; nothing was joined.
personal-link-foreign = { $account } belongs to somebody else, as the configuration says, so nothing was joined. If you are that person, write /link from there, and use the code on your other account.
personal-link-taken = { $account } is joined with other accounts already, so nothing was joined. Take it off there first, by /unlink.
personal-link-used = With your code { $account } became one of your accounts. If that was not you, write { $command } now.
personal-accounts = Your accounts:
personal-account-configured = { $account } – from the configuration
personal-account-first = { $account } – the first one
personal-account-joined = { $account } – joined; /unlink { $account } takes it off
personal-unlink-usage = Please write it like this: /unlink ACCOUNT. In private /link lists your accounts.
personal-unlink-done = { $account } is no longer one of your accounts.
personal-unlink-unknown = { $account } is not joined to you, so nothing changed.
personal-unlink-configured = { $account } stands in the configuration: it can only be taken out there.
personal-unlink-first = The others were joined to { $account }, so it stays. Take the others off instead.

personal-only-configured = { $command } is for people of the configuration only, so nothing changed.
personal-words-until = until till bis
personal-words-days = mon tue wed thu fri sat sun
personal-words-on = on an
personal-words-off = off aus
personal-away-usage = Please write it like this: /away until WHEN @PERSON. WHEN is a day such as mon or 2026-12-01, a span such as 3d, or a time such as 18:00; the person decides in your stead, and may be left out.
personal-away-when = { $when } is no moment within the next year. Write a day such as mon or 2026-12-01, a span such as 3d, or a time such as 18:00.
personal-away-unknown = I know nobody of the name { $name } in the configuration, so nothing changed.
personal-away-self = You cannot decide in your own stead, so nothing changed.
personal-away-done =
    You are away until { $until }. { $name ->
        [none] Nobody decides in your stead.
       *[other] { $name } decides in your stead until then.
    } /back ends it before.
personal-back-done = Welcome back. Nobody decides in your stead any more.
personal-back-nothing = You were not away.
personal-notify = This is how you can hear of your teams' requests:
personal-channel-heard = { $channel } – on
personal-channel-muted = { $channel } – off
personal-notify-usage = To change that, write /notify CHANNEL on or /notify CHANNEL off.
personal-notify-unknown = You have no account on { $channel }.
personal-notify-on = You hear of requests by { $channel } again.
personal-notify-off = You hear no more of new requests by { $channel } where you hear of them otherwise, too.
personal-notify-last = { $channel } is the last way by which you hear of the requests of { $teams }, so it stays on.

## Dashboard: the door

command-describe-dashboard = hands out a link to the web page of requests
command-name-dashboard = dashboard
dashboard-in-private = Please write /dashboard to me in private: the link that I give you there is for your eyes only.
dashboard-none = There is no dashboard here: its web server is not configured ([web] in the configuration).
dashboard-link =
    Open this within { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    }; it works once. Pass it on to nobody: with it, they would act as you.
    { $link }
mail-dashboard-subject = Sign in to the dashboard
mail-dashboard-body =
    Open this within { $minutes ->
        [one] one minute
       *[other] { $minutes } minutes
    } to sign in; it works once:

    { $code }

    If you did not ask for it, do nothing, and pass it on to nobody: with it, they would act as you.
dash-skip = To the content
dash-nav = Sections
dash-section-queue = Requests
dash-section-runs = Runs
dash-section-workflows = Workflows
dash-section-stats = Statistics
dash-section-audit = Record
dash-section-account = Account
dash-sign-in = Sign in
dash-sign-out = Sign out
dash-signed-out = You are signed out.
dash-sign-in-how = Write /dashboard to the bot in private, in Telegram or Discord: it answers with a link that signs you in.
dash-address = Your e-mail address
dash-mail-link = Mail me a link
dash-link-sent = If { $address } is a reviewer’s address, a link is on its way there.
dash-link-old = This link was used already, or is too old. Please ask for a new one.
dash-to-playground = To the playground
dash-to-queue = To the requests
dash-enter = Sign in as { $name }
dash-enter-note = This link works once. If you are somebody else, please do not go on.
dash-enter-button = Sign in
dash-too-many = Too many tries. Please wait a minute.
dash-missing = There is no such page here for you.
dash-form-old = This form is from another session. Please load the page again, and try once more.
dash-operators-only = This page is for operators.
dash-offline = No connection. What you see may be out of date.
dash-keys = Keys
dash-key-j = the next request
dash-key-k = the one before
dash-key-enter = opens it
dash-key-a = approves, after a look at it
dash-key-r = rejects, after a look at it
dash-key-slash = searches
dash-key-help = shows this
dash-close = Close
dash-pages = Pages
dash-earlier = Back
dash-later = Next
dash-actions = Actions
dash-sessions = Where you are signed in
dash-sessions-note = End what you do not know, or do not need any more.
dash-session-agent = Browser
dash-session-this = (this one)
dash-session-since = Since
dash-session-seen = Last used
dash-session-ends = Ends
dash-session-end = End
dash-session-ended = That session has ended.

## Dashboard: the queue

dash-queue-title = Requests
dash-queue-lists = Lists
dash-queue-tab-waiting = Waiting for you
dash-queue-tab-mine = Yours
dash-queue-tab-unclaimed = Nobody’s yet
dash-queue-tab-together = To decide together
dash-queue-tab-all = All
dash-queue-search = Search
dash-queue-search-note = Beginnings of up to five words: of the reason, a fact, a name, an amount, an id.
dash-queue-more = More filters
dash-queue-reset = Back to all that waits for you
dash-queue-any = any
dash-queue-field-q = Words
dash-queue-field-state = State
dash-queue-field-bot = Bot
dash-queue-field-team = Team
dash-queue-field-person = Person
dash-queue-field-min = Amount from
dash-queue-field-max = Amount to
dash-queue-field-from = Opened from
dash-queue-field-to = Opened to
dash-queue-field-mine = looked after by you
dash-queue-field-unclaimed = looked after by nobody
dash-queue-field-bulk = may be decided together
dash-queue-field-after = Page
dash-queue-field-before = Page
dash-queue-bad = { $field }: “{ $value }” is not understood here, and was left out.
dash-queue-state-open = Open
dash-queue-state-all = Open and closed
dash-queue-state-closed = Closed
dash-queue-state-approved = Approved
dash-queue-state-rejected = Rejected
dash-queue-state-chosen = An option was chosen
dash-queue-state-timed_out = Timed out
dash-queue-state-cancelled = Withdrawn
dash-queue-state-retried = Retried
dash-queue-state-confirmed = Confirmed
dash-queue-state-stopped = Stopped
dash-queue-urgency-fine = In time
dash-queue-urgency-soon = Soon
dash-queue-urgency-late = Late
dash-queue-urgency-overdue = Overdue
dash-queue-urgency-paused = Waits for the customer
dash-queue-due = { $span } left
dash-queue-due-since = { $span } overdue
dash-queue-operators = operators
dash-queue-asked = Who is asked
dash-queue-asks = for { $teams }
dash-queue-opened = Opened
dash-queue-age = { $age } old
dash-queue-time = Time left
dash-queue-votes = Votes
dash-queue-ended = Decided
dash-queue-ended-by =
    { $by ->
        [none] { $at }
       *[other] { $by }, { $at }
    }
dash-queue-claim = Looked after
dash-queue-claimed = { $by } looks after it
dash-queue-take = Claim
dash-queue-release = Release
dash-queue-approve = Approve…
dash-queue-reject = Reject…
dash-queue-count =
    { $count ->
        [one] One request
       *[other] { $count } requests
    }
dash-queue-more-than = More than { $count } requests
dash-queue-behind =
    { $count ->
        [one] One entry of the record is
       *[other] { $count } entries of the record are
    } not in this list yet{ $at ->
        [none] { "" }
       *[other] : it is as of { $at }
    }. What is open and has no filter is shown in any case.
dash-queue-none-waiting = Nothing waits for you.
dash-queue-none-mine = You look after no request at present.
dash-queue-none-words = No request has these words.
dash-queue-none-narrowed = No request fits these filters.
dash-queue-everywhere = Look for them in closed requests, too
dash-bulk-pick = Choose request { $id }
dash-bulk-all = Choose all on this page
dash-bulk-approve = Approve chosen…
dash-bulk-reject = Reject chosen…
dash-bulk-note = What is decided is listed first.
dash-bulk-empty = Please choose requests first.
dash-bulk-alone = This one is decided alone, on its own page.
dash-bulk-unknown = There is no such request here for you.
dash-bulk-title-approve =
    { $count ->
        [one] Approve one request
       *[other] Approve { $count } requests
    }
dash-bulk-title-reject =
    { $count ->
        [one] Reject one request
       *[other] Reject { $count } requests
    }
dash-bulk-sure = Nothing is decided yet. Each of these is decided by itself, as you see it here.
dash-bulk-left = What is left as it is
dash-bulk-reason = Reason, for all of them (may be left empty)
dash-bulk-reason-must = Reason, for all of them
dash-bulk-reason-needed = Please give a reason.
dash-bulk-back = Back to the requests
dash-bulk-told = What became of each request

## Dashboard: one request

dash-handoff-title = Request { $id }
dash-handoff-decide = Decide
dash-handoff-due = due
dash-handoff-raw = Exactly what is sent
dash-handoff-reason = Reason
dash-handoff-sure = I have looked at it, and I am sure.
dash-handoff-sure-first = Please set the tick first: nobody can take this back. Nothing happened yet.
dash-handoff-undo = It goes on at { $at }; until then it can be undone.
dash-handoff-seconds =
    { $count ->
        [one] one second left
       *[other] { $count } seconds left
    }
dash-handoff-secret = What is hidden on the card
dash-handoff-draft = What you wrote
dash-handoff-change-note = Whoever has voted is asked anew, for it is another request then.
dash-handoff-handle = Pass on, or put off
dash-handoff-assign = Who looks after it
dash-handoff-assign-button = Pass on
dash-handoff-put-off = Remind us again after
dash-handoff-put-off-button = Put off
dash-talk = Conversation
dash-talk-lines = What was said
dash-talk-nothing = Nothing was said yet, or it was erased.
dash-talk-now = { $by } has been writing with the customer since { $at }, on { $where }.
dash-talk-ends = A decision here also ends the conversation with the customer.
dash-talk-leave = Hand the customer back, undecided
dash-talk-begun = You talk with the customer now: write below the conversation.
dash-talk-earlier =
    { $count ->
        [one] One earlier line
       *[other] { $count } earlier lines
    }
dash-talk-say = Your message to the customer
dash-talk-files = Files
dash-talk-send = Send to the customer
dash-talk-empty = There was nothing to send.
dash-talk-many-files = At most { $most } files at a time, please. Nothing was sent.
dash-talk-large = That was too large to be sent.
dash-talk-aside = What begins with // is for the others only, and nobody else reads here: use the comments below. Nothing was sent.
dash-talk-elsewhere = This conversation is held on { $where }: please write there, or ask the customer by the button. Nothing was sent.
dash-talk-no-room = The conversation is still being opened. Please try again in a moment; nothing was sent.
dash-talk-on-its-way = Your message is kept, and is on its way.
dash-comments = Comments
dash-comments-note = Among reviewers: no customer ever reads them.
dash-comment = Your comment
dash-comment-button = Comment
dash-comment-empty = There was nothing to keep.
dash-events = What happened
dash-event-by-clock = The clock
dash-event-by-engine = The bot
dash-event-because = { $text } Reason: { $reason }
dash-event-run-started = { $who } began.
dash-event-run-done = All is done.
dash-event-run-cancelled = It was cancelled.
dash-event-run-stopped = It cannot go on by itself.
dash-event-run-held = It waits for a look by an operator, after a restore.
dash-event-run-resumed = { $who } let it go on.
dash-event-proven = { $who } has proven an address.
dash-event-opened = People were asked.
dash-event-seen = { $who } has looked at it.
dash-event-claimed = { $who } looks after it.
dash-event-released = { $who } left it to others.
dash-event-assigned = { $who } passed it on to { $to }.
dash-event-put-off = { $who } put it off.
dash-event-edited = { $who } changed { $field }: { $before } → { $after }
dash-event-escalated = { $team } was asked, too.
dash-event-reminded = People were reminded.
dash-event-nudged = { $who } asked how it stands.
dash-event-asked = { $who } asked the customer something.
dash-event-answered = The customer answered.
dash-event-taken-over = { $who } began to talk with the customer.
dash-event-talk-ended = { $who } handed the customer back.
dash-event-lapsed = Nobody said anything for too long.
dash-event-commented = { $who } commented.
dash-event-rejecting = { $who } is about to reject it.
dash-event-confirming = { $who } is about to confirm that it happened.
dash-event-inquiring = { $who } is about to ask the customer something.
dash-event-reopened = { $who } took that back.
dash-event-approved = { $who } approved it.
dash-event-chosen = { $who } decided: { $option }
dash-event-rejected = { $who } rejected it.
dash-event-timed-out = Its time was up.
dash-event-cancelled = { $who } withdrew it.
dash-event-retried = { $who } had it tried again.
dash-event-confirmed = { $who } confirmed that it happened.
dash-event-stopped = { $who } stopped it.
dash-event-vote = { $who } voted for it.
dash-event-objected = { $who } voted against it.
dash-event-held = { $who } approved it; for a while it can be undone.
dash-event-refused = { $who } was not let do something.
dash-event-revealed = { $who } had shown what is hidden.
dash-event-file = { $who } opened a file.
dash-event-unconfirmed = A tap of { $who } did not count.
dash-event-mail-lost = A mail about it did not arrive.
dash-event-called = { $tool } is called.
dash-event-call-done = { $tool } answered.
dash-event-call-failed = { $tool } failed.
dash-event-call-doubt = Nobody knows whether { $tool } did it.
dash-event-other = { $event } ({ $who })
dash-way = The way through the workflow
dash-way-picture = Picture of the workflow
dash-way-alt = The workflow with the way of this request. The same stands in words below.
dash-way-passed = It came by:
dash-way-here = It stands at:
dash-way-ended = its end
dash-way-approved = approved
dash-way-rejected = rejected

## Dashboard: runs and what did not go as it should

dash-runs-title = Runs
dash-runs-nav = Runs and what did not go as it should
dash-runs-nav-runs = Runs
dash-runs-nav-doubts = Waiting for an operator
dash-runs-nav-letters = Undelivered
dash-runs-states = States
dash-runs-bot = Bot
dash-runs-any = any
dash-runs-customer = Customer
dash-runs-version = Version of the workflow
dash-runs-filter = Filter
dash-runs-back = Back
dash-runs-empty = No runs here.
dash-runs-bad-state = There is no such state: here are the open runs.
dash-runs-bad-customer = A customer is written as channel and number, such as telegram:12345. That filter was left out.
dash-runs-bad-version = A version is written with all its 64 digits. That filter was left out.
dash-run = Run
dash-run-title = Run { $id }
dash-run-id = Number
dash-run-state = State
dash-run-state-open = Open
dash-run-state-ended = Ended
dash-run-state-active = Under way
dash-run-state-waiting = Waiting
dash-run-state-stopped = Stopped
dash-run-state-held = Under review
dash-run-state-done = Done
dash-run-state-cancelled = Cancelled
dash-run-stands = Stands at
dash-run-workflow = Workflow
dash-run-started = Started
dash-run-silent = Silent for
dash-run-tokens = Where it stands
dash-run-ended = It has ended.
dash-run-to-request = the request
dash-run-asked = Requests
dash-run-request = Request
dash-run-kind = Kind
dash-run-node = Node
dash-run-opened = Since
dash-run-calls = Tool calls
dash-run-variables = Variables
dash-run-erased = What its customer said was erased.
dash-run-name = Name
dash-run-value = Value
dash-run-steps = Steps
dash-run-record = Record
dash-run-number = No.
dash-run-when = When
dash-run-who = Who
dash-run-event = What
dash-run-detail = Details
dash-run-held = The database was restored from a backup. Nothing of this run goes on before an operator has looked at what was done without it.
dash-run-resume = Let it go on
dash-run-resume-title = Let run { $id } go on?
dash-run-resume-note = It goes on where the backup left it, and may do again what was done since then. Look first at what its tools have done. Here it stands:
dash-run-resumed = The run goes on.
dash-run-not-held = This run is not under review any more. Nothing was changed.
dash-token-ready = goes on
dash-token-reply = waits for the customer
dash-token-decision = waits for a decision
dash-token-operator = waits for an operator
dash-token-call = waits for a tool
dash-token-try = a code is being checked
dash-token-code = a code is about to be mailed
dash-token-attempt = attempt { $count }
dash-kind-approval = Approval
dash-kind-failure = Failure
dash-kind-doubt = Call in doubt
dash-asked-pending = waiting
dash-asked-rejecting = being rejected
dash-asked-confirming = being confirmed
dash-asked-inquiring = a question is being written
dash-asked-settling = approved, can be undone
dash-asked-approved = approved
dash-asked-chosen = chosen
dash-asked-rejected = rejected
dash-asked-timed_out = timed out
dash-asked-cancelled = cancelled
dash-asked-retried = retried
dash-asked-confirmed = confirmed
dash-asked-stopped = stopped
dash-call-sent = Sent
dash-call-effect = Repeating it
dash-call-attempt = Attempt
dash-call-key = Idempotency key
dash-call-deadline = Over by
dash-call-ended = Answered
dash-call-arguments = Arguments
dash-call-result = What came back
dash-call-open = no answer yet
dash-call-returned = returned
dash-call-refused = refused
dash-call-unknown = in doubt
dash-effect-read = only reads
dash-effect-keyed = safe under its key
dash-effect-checkable = can be looked up
dash-effect-once = must not be repeated
dash-doubts-title = Waiting for an operator
dash-doubts-empty = Nothing waits for an operator.
dash-doubt-decide = Decide request { $id }
dash-doubt-waits = Waits for
dash-doubt-from = Can be said not to have happened from
dash-doubt-failure = What went wrong
dash-letters-title = Undelivered
dash-letters-dead = Given up
dash-letters-empty = Everything was delivered.
dash-letters-troubled = Still being tried
dash-letter-kind = What
dash-letter-place = For
dash-letter-ordered = Ordered
dash-letter-run = the run
dash-letter-attempts = Tries
dash-letter-why = Why
dash-letter-trouble = Last trouble
dash-letter-next = Next try
dash-letter-again = Once more
dash-letter-retry = Try again
dash-letter-retry-title = Try again to deliver it?
dash-letter-retry-note = It is worded anew, by how its request stands then, and goes out before all else that waits for this place. This is put on record.
dash-letter-doubt = It may have arrived all the same: then it stands there twice.
dash-letter-retried = It is being delivered again.
dash-letter-not-dead = This cannot be tried again, or is being tried already. Nothing was changed.
dash-letter-erased = What it said was erased when it was given up, so it cannot be sent again.
dash-letter-over = What it belongs to is over, so it is not sent again.
dash-letter-kind-text = Message
dash-letter-kind-mail = Mail
dash-letter-kind-card = Card
dash-letter-kind-edit = Change of a card
dash-letter-kind-files = Files
dash-letter-kind-status = Status for a customer
dash-letter-kind-restatus = Change of a status
dash-letter-kind-room = Room of a talk
dash-letter-kind-close = End of a talk’s room
dash-letter-kind-relay = Message of a talk

## Dashboard: workflows

dash-workflows-title = Workflows
dash-workflow-count = Nodes
dash-workflow-file = File
dash-workflow-open-runs = Open runs
dash-workflow-fine = Nothing was found.
dash-workflow-errors = { $count ->
    [one] { $count } error
   *[other] { $count } errors
}
dash-workflow-warnings = { $count ->
    [one] { $count } warning
   *[other] { $count } warnings
}
dash-workflow-notes = { $count ->
    [one] { $count } note
   *[other] { $count } notes
}
dash-workflow-changed = The file has changed: load it again.
dash-workflow-broken = The file has errors, so it cannot be loaded. New runs begin with the version that was loaded last.
dash-workflow-old = This is not what new runs begin with.
dash-workflow-to-current = To the current version
dash-workflow-picture = Picture
dash-workflow-alt = Picture of the workflow { $name }; its nodes and ways are listed below.
dash-workflow-no-picture = This workflow is too large for a picture.
dash-workflow-nodes = { $count ->
    [one] { $count } node, as a list
   *[other] { $count } nodes, as a list
}
dash-workflow-findings = What was found in the file
dash-workflow-versions = Versions with open runs
dash-workflow-current = (current)
dash-workflow-version-runs = { $count ->
    [one] { $count } open run
   *[other] { $count } open runs
}
dash-workflow-runs = Its runs
dash-workflow-text = The file’s text
dash-workflow-show-text = Show it
dash-workflow-reload = Load the file again
dash-workflow-reload-title = Load the workflow of { $bot } again?
dash-workflow-reload-note = New runs begin with the file as it is now. Open runs finish on the version that they began with. This is put on record.
dash-workflow-reload-same = The file is what new runs begin with already.
dash-check-title = Check a workflow file
dash-check-note = The file is looked over as “assent check” does. It is not kept, and nothing of it is carried out.
dash-check-file = Workflow file (JSON, at most 1 MB); you can also drop it here
dash-check = Check it
dash-check-found = What was found in { $name }
dash-check-no-file = Please choose a file that is not empty.
dash-check-too-large = This file is larger than 1 MB.
dash-simulate = Simulate
dash-simulate-title = Play a story against { $bot }
dash-simulate-note = The story is played against the workflow’s file as it is now, in a process of its own, with an empty database and on the playground: no customer and no reviewer is told anything.
dash-simulate-servers = These tool servers are started for it, and what it does with them is done really: { $servers }.
dash-simulate-remote = This configuration has remote tool servers, which a simulation does not call: { $servers }. Use “assent simulate” with a configuration of its own.
dash-simulate-changing = This workflow calls tools that may change something, and whoever plays a story decides in it for everybody: { $tools }. Say “rehearse = true” of their server if that does no harm, or use “assent simulate” with a configuration of its own, whose tools are for tests.
dash-simulate-busy = Another story is being played. Please try again in a minute.
dash-simulate-too-long = This story is too long: at most 500 lines, and 64 kB.
dash-simulate-empty = Please write a story.
dash-simulate-stories = Stories beside the file
dash-simulate-take = Take it
dash-simulate-story = Story
dash-simulate-play = Play it
dash-simulate-result = What became of it
dash-simulate-ok = ok
dash-simulate-failed = not seen
dash-simulate-left = not come to
dash-simulate-nothing = Nothing was seen instead.
dash-simulate-fine = Every line came true.
dash-simulate-no = Line { $line } did not come true.
dash-simulate-late = It was not over within a minute, and was ended.
dash-simulate-refused = It could not be played. { $why }

## Dashboard: statistics

dash-stats-title = Statistics
dash-stats-intro = Requests that were opened in this period, as they stand now; what waits is counted whenever it was opened.
dash-stats-intro-yours = You see approvals of the teams for which you decide.
dash-stats-period = From { $since } to { $until }
dash-stats-period-bad = That period was not understood: here are the last { $count } days.
dash-stats-not-yours = There is no such bot or team here for you: all of yours are counted.
dash-stats-cut-times = Times are those of the newest { $count } closed requests of this period.
dash-stats-cut-events = What happened meanwhile is counted in the newest { $count } rows of the record, back to { $since }.
dash-stats-filter = What is counted
dash-stats-days =
    { $count ->
        [one] Last day
       *[other] Last { $count } days
    }
dash-stats-days-label = Period
dash-stats-from = From
dash-stats-to = To, that day included
dash-stats-bot = Bot
dash-stats-team = Team
dash-stats-all = All
dash-stats-show = Show
dash-stats-as-table = As a table
dash-stats-as-file = As a file (CSV): { $title }
dash-stats-file = CSV
dash-stats-chart = Bars. { $title }: { $values }.
dash-stats-chart-most = Bars. { $title }: { $count } in all, the highest is { $label } with { $text }. The table below has each of them.
dash-stats-empty = Nothing to count in this period.
dash-stats-everybody = Everybody together
dash-stats-members-note = Here are your own figures, and those of everybody together. Other people’s are for operators only: these numbers are there to find out where requests wait, and not for colleagues to compare each other.
dash-stats-percent = { $count }%
dash-stats-younger = Up to { $span }
dash-stats-older = More than { $span }
dash-stats-fact-opened = Opened
dash-stats-fact-closed = Closed
dash-stats-fact-waiting = Open now
dash-stats-fact-rate = Approved, of what was approved or rejected
dash-stats-fact-half = Half of the decisions took at most
dash-stats-fact-most = Nine of ten took at most
dash-stats-fact-timed-out = Nobody decided in time
dash-stats-became-approved = Approved
dash-stats-became-chosen = Chosen
dash-stats-became-rejected = Rejected
dash-stats-became-timed_out = Timed out
dash-stats-became-cancelled = Withdrawn
dash-stats-became-retried = Retried
dash-stats-became-confirmed = Confirmed
dash-stats-became-stopped = Stopped
dash-stats-became-open = Open
dash-stats-event-escalated = Escalated
dash-stats-event-edited = A value was changed
dash-stats-event-inquire = The customer was asked something
dash-stats-event-take_over = A person took the talk over
dash-stats-table-outcomes = What became of them
dash-stats-table-backlog = How many waited when
dash-stats-table-ages = How long the open ones have been waiting
dash-stats-table-hours = By the hour of the day at which they were opened
dash-stats-table-teams = By team: how long decisions took
dash-stats-table-people = By person
dash-stats-table-nodes = By step of the workflow
dash-stats-table-events = What happened while they waited
dash-stats-column-state = Outcome
dash-stats-column-count = Requests
dash-stats-column-share = Share
dash-stats-column-at = At
dash-stats-column-waiting = Open
dash-stats-column-age = Waiting for
dash-stats-column-hour = Hour
dash-stats-column-opened = Opened
dash-stats-column-team = Team
dash-stats-column-person = Person
dash-stats-column-bot = Bot
dash-stats-column-node = Step
dash-stats-column-event = Event
dash-stats-column-times = Times
dash-stats-column-requests = Requests
dash-stats-column-decided = Decided
dash-stats-column-agreed = Approved
dash-stats-column-rejected = Rejected
dash-stats-column-rate = Approval rate
dash-stats-column-half = Half took at most
dash-stats-column-most = Nine of ten took at most

## Dashboard: the record

dash-audit-title = Record
dash-audit-intro = What was done, when and by whom, newest first. Each row holds the hash of the one before it: what is changed later, is found.
dash-audit-filter = What is shown
dash-audit-event = Event
dash-audit-subject = About (an id, or its beginning)
dash-audit-actor = Who (a person, or an account)
dash-audit-from = From
dash-audit-to = To, that day included
dash-audit-show = Show
dash-audit-everything = Show everything
dash-audit-bad = Part of that address was not understood, and is left out here.
dash-audit-rows = Rows of the record
dash-audit-number = No.
dash-audit-at = When
dash-audit-who = Who
dash-audit-about = About
dash-audit-detail = Detail
dash-audit-hash = Hash
dash-audit-more = Show
dash-audit-detail-of = Detail of row { $number }
dash-audit-empty = No row is like that.
dash-audit-empty-here = No row like that was found back to { $at }.
dash-audit-reached = Searched back to { $at }.
dash-audit-further = Search further back
dash-audit-older = Older
dash-audit-newest = To the newest
dash-audit-engine = Assent
dash-audit-clock = The clock
dash-audit-customer = The customer
dash-audit-chain = Is the record whole?
dash-audit-verify = Check the whole chain
dash-audit-verify-note = Every row is read and reckoned through in the background. That it was checked goes on record.
dash-audit-begun = The check has begun.
dash-audit-joined = A check is under way already: its result is yours, too.
dash-audit-checking = Checking: { $checked } of { $whole } rows.
dash-audit-again = Look again
dash-audit-checked-at = Checked at { $at }:
dash-audit-whole =
    { $count ->
        [one] The record is whole: one row, head { $head }
       *[other] The record is whole: { $count } rows, head { $head }
    }
dash-audit-flaw-missing =
    { $last ->
        [none] Row { $first } is missing.
       *[other] Rows { $first } to { $last } are missing.
    }
dash-audit-flaw-changed = Row { $first } is not as it was written: it was edited, moved, or put in later.
dash-audit-flaw-cut = The end was cut off: row { $first } is missing, and what came after it.
dash-audit-flaw-rewritten = Row { $first } is not the end that the record remembers: rows were put in or rewritten.
dash-audit-unfinished = The check could not be finished, since the database could not be read. Please try again.
dash-audit-files = Take a copy of what is shown here, oldest first:
dash-audit-file-csv = As a table (CSV)
dash-audit-file-jsonl = As lines of JSON (JSONL)
dash-fact-handoff-opened-approval = A decision is asked for
dash-fact-handoff-opened-failure = Operators are asked after a failure
dash-fact-handoff-opened-doubt = Operators are asked about a call in doubt
dash-fact-handoff-pending = Waits for a decision again
dash-fact-handoff-rejecting = About to reject: a reason is asked for
dash-fact-handoff-confirming = About to confirm: a reference is asked for
dash-fact-handoff-inquiring = About to ask the customer
dash-fact-handoff-settling = Approved, and may still be undone
dash-fact-handoff-approved = Approved
dash-fact-handoff-chosen = An option was chosen
dash-fact-handoff-rejected = Rejected
dash-fact-handoff-timed_out = Closed: nobody decided in time
dash-fact-handoff-cancelled = Withdrawn
dash-fact-handoff-retried = Retried
dash-fact-handoff-confirmed = Confirmed
dash-fact-handoff-stopped = Stopped
dash-fact-handoff-vote = A vote to approve
dash-fact-handoff-object = A vote to reject
dash-fact-handoff-claim = Somebody looks after it
dash-fact-handoff-release = Nobody looks after it any more
dash-fact-handoff-assign = Assigned to somebody
dash-fact-handoff-snooze = Put off
dash-fact-handoff-escalated = Others are asked, too
dash-fact-handoff-reminded = People were reminded
dash-fact-handoff-edited = A value was changed
dash-fact-handoff-see = Looked at for the first time
dash-fact-handoff-nudge = The customer asked how it stands
dash-fact-handoff-inquire = The customer was asked something
dash-fact-handoff-answer = The customer answered
dash-fact-handoff-take_over = A person talks with the customer
dash-fact-handoff-speak = Something was said to the customer
dash-fact-handoff-end_talk = The talk was ended
dash-fact-handoff-lapse = Waited long enough for the customer
dash-fact-decision-refused = A decision was refused
dash-fact-command-refused = A command or page was refused
dash-fact-tap-unconfirmed = A tap did not count
dash-fact-secret-revealed = Hidden values were shown
dash-fact-file-opened = A file was opened
dash-fact-mail-lost = A mail did not arrive
dash-fact-run-started = A run began
dash-fact-run-stopped = A run stopped: operators are asked
dash-fact-run-done = A run ended
dash-fact-run-cancelled = A run was withdrawn
dash-fact-run-held = A run is held after a restore
dash-fact-run-resumed = A held run goes on
dash-fact-identity-proven = A customer has proven their address
dash-fact-tool-intended = A call is about to be made
dash-fact-tool-returned = A call has returned
dash-fact-tool-refused = A call was refused
dash-fact-tool-unknown = Nobody knows how a call ended
dash-fact-place-code = A code to bind a place was made
dash-fact-place-bound = A place was bound to a team
dash-fact-place-unbound = A place was taken from a team
dash-fact-place-refused = A place was not bound
dash-fact-link-code = A code to join an account was made
dash-fact-link-joined = An account was joined
dash-fact-link-parted = An account was taken off
dash-fact-link-refused = An account was not joined
dash-fact-person-away = Somebody is away
dash-fact-person-back = Somebody is back
dash-fact-notify-muted = A channel was put to silence
dash-fact-notify-unmuted = A channel is heard again
dash-fact-customer-forget_asked = A customer asked to be forgotten
dash-fact-customer-forgotten = A customer was forgotten
dash-fact-workflow-reloaded = A workflow was loaded anew
dash-fact-process-started = Assent was started
dash-fact-restore-began = A restore is under review
dash-fact-restore-ended = The review of a restore has ended
dash-fact-handoff-commented = A reviewer commented
dash-fact-effect-retried = Something undelivered is tried again
dash-fact-token-made = A key for a program was made
dash-fact-token-ended = A key for a program was taken back
dash-fact-webhook-added = A webhook was added
dash-fact-webhook-renewed = A webhook has a new secret
dash-fact-webhook-ended = A webhook was ended
dash-fact-workflow-simulated = A story was played
dash-fact-dashboard-link = A link to the dashboard was given
dash-fact-dashboard-signed_in = Somebody signed in
dash-fact-dashboard-signed_out = Somebody signed out
dash-fact-audit-verified = The chain of the record was checked
dash-fact-audit-exported = A copy of the record was taken

## Dashboard: keys of programs, and webhooks

dash-tokens-title = Keys for programs
dash-tokens-link = Keys for your programs
dash-tokens-note = A program with a key sees and does what you may at that moment, through the API, and never more.
dash-tokens-document = What the API can do (OpenAPI)
dash-tokens-made = Your new key
dash-tokens-once = Copy it now: it is shown this once, and nobody can show it again.
dash-tokens-new = Make a key
dash-tokens-name = Name
dash-tokens-scopes = May
dash-tokens-scope-read = read: see requests, conversations and figures
dash-tokens-scope-decide = decide: approve, reject, and what else you may do with requests
dash-tokens-scope-operate = operate: see runs and the record, and look after failures
dash-tokens-days = Is good
dash-tokens-for-days = for { $days } days
dash-tokens-never-read = until you end it (only for reading)
dash-tokens-make = Make the key
dash-tokens-yours = Your keys
dash-tokens-no-keys = You have no keys.
dash-tokens-never = never
dash-tokens-end = End
dash-tokens-end-named = End { $name }
dash-tokens-ended = That key has ended.
dash-tokens-incomplete = Please give the key a name, and say how long it is good.
dash-tokens-not-such = Please choose what the key may do. One that may do more than read must end by itself.
dash-tokens-too-many = You have too many keys. Please end one first.

dash-webhooks-title = Webhooks
dash-webhooks-note = An address is told by a signed call when a request is made, decided or expires; nothing that a customer said is in it.
dash-webhooks-secret = The secret
dash-webhooks-once = Copy it now: it is shown this once. Calls are signed with it as “Standard Webhooks” describes; an earlier secret signs for one more day.
dash-webhooks-new = Add an address
dash-webhooks-url = Address
dash-webhooks-events = Is told of
dash-webhooks-bot = Bot
dash-webhooks-every-bot = every bot
dash-webhooks-add = Add
dash-webhooks-ping = Send a test
dash-webhooks-renew = Make a new secret
dash-webhooks-end = Remove
dash-webhooks-again = Send again
dash-webhooks-ended = The address was removed.
dash-webhooks-pinged = A test is on its way.
dash-webhooks-again-done = It is sent again.
dash-webhooks-calls = Calls to { $url }
dash-webhooks-event = Event
dash-webhooks-state = State
dash-webhooks-outcome = Last answer
dash-webhooks-tries = Tries
dash-webhooks-at = When
dash-webhooks-no-hooks = No address is told of anything.
dash-webhooks-state-new = to come
dash-webhooks-state-done = delivered
dash-webhooks-state-dead = given up
dash-webhooks-why-timeout = no answer in time
dash-webhooks-why-unreachable = not reached
dash-webhooks-why-forbidden = this address may not be called
dash-webhooks-why-sealed = the secret cannot be read here: please make a new one
dash-webhooks-unfit-unreadable = This is no address that can be called.
dash-webhooks-unfit-secure = Please use an address that begins with https://.
dash-webhooks-unfit-forbidden = Addresses of this machine and of its own networks are called only if web.webhooks_to names them.
dash-webhooks-unfit-incomplete = Please choose at least one event, and one of the bots.
dash-webhooks-unfit-too-many = There are too many addresses. Please remove one first.

## Dashboard: the end
