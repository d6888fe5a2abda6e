### Deutsch. Siehe en.ftl: dieselben Kennungen, dieselben Variablen.

language-name = Deutsch


## Was Kunden lesen

customer-start = Guten Tag, ich bin { $bot }. Schreiben Sie mir, worum es geht, und ich kümmere mich darum. Mit /help sehen Sie, was ich noch kann.
customer-help =
    Ich bin { $bot }. Schreiben Sie mir Ihr Anliegen. Wenn ein Mensch entscheiden muss, frage ich nach und melde mich wieder bei Ihnen.

    /status – wie es um Ihre Anfrage steht
    /cancel – Ihre Anfrage zurückziehen
    /add – etwas zu Ihrer Anfrage ergänzen
    /nudge – bei denen nachfragen, die entscheiden
    /language – meine Sprache ändern
    /link – ein weiteres Konto von Ihnen verbinden
    /help – dieser Text{ $contact ->
        [none] { "" }
       *[other] { "\u000A\u000A" }Ist es dringend? Schreiben Sie an { $contact }.
    }
customer-escalated =
    Ich habe Ihre Anfrage zur Prüfung weitergegeben. Sie hören in Kürze von uns.{ $estimate ->
        [none] { "" }
       *[other] { " " }Übliche Dauer bis zur Antwort: { $estimate }.
    }{ $contact ->
        [none] { "" }
       *[other] { "\u000A" }In dringenden Fällen: { $contact }
    }
customer-still-open =
    Vielen Dank, auch das sehen nun die Prüfenden. Ihre Anfrage ist noch offen. /status zeigt den Stand, /cancel zieht sie zurück.{ $contact ->
        [none] { "" }
       *[other] { "\u000A" }In dringenden Fällen: { $contact }
    }
customer-person-will-look =
    Bei uns ist etwas schiefgegangen. Ein Mensch sieht sich Ihre Anfrage an; Sie müssen nichts weiter tun.{ $contact ->
        [none] { "" }
       *[other] { "\u000A" }In dringenden Fällen: { $contact }
    }
customer-being-checked =
    Bei einem Schritt Ihrer Anfrage steht nicht fest, ob er ausgeführt wurde. Ein Mensch prüft das nun, damit nichts doppelt geschieht; Sie müssen nichts weiter tun.{ $contact ->
        [none] { "" }
       *[other] { "\u000A" }In dringenden Fällen: { $contact }
    }
customer-held = Unsere Daten wurden aus einer Sicherung wiederhergestellt, und ein Mensch prüft Ihre Anfrage, bevor sie weitergeht; Sie müssen nichts weiter tun. Was Sie inzwischen schreiben, wird aufgehoben und dann beantwortet.
customer-gate-closed = Unsere Daten werden nach einer Wiederherstellung geprüft, damit nichts doppelt geschieht. Bitte schreiben Sie etwas später noch einmal; es ist nichts begonnen worden.
customer-request-stopped =
    Ihre Anfrage konnte nicht abgeschlossen werden und wurde von unserem Team geschlossen.{ $contact ->
        [none] { "" }
       *[other] { " " }Bitte wenden Sie sich an { $contact }.
    }
customer-request-cancelled = Ihre Anfrage ist zurückgezogen. Es geschieht nichts weiter.
customer-cancel-nothing = Es gibt nichts zurückzuziehen: Sie haben keine offene Anfrage.
customer-cancel-in-doubt =
    Ich kann Ihre Anfrage jetzt nicht zurückziehen: Ein Schritt davon wurde möglicherweise schon ausgeführt, und ein Mensch prüft das gerade.{ $contact ->
        [none] { "" }
       *[other] { "\u000A" }In dringenden Fällen: { $contact }
    }
customer-cancel-too-late = Zum Zurückziehen ist es zu spät: Ihre Anfrage wird gerade ausgeführt.


forget-words-yes = yes ja
forget-confirm = Soll ich löschen, was Sie mir geschrieben haben und was ich geantwortet habe, soweit es abgeschlossen ist? Das lässt sich nicht rückgängig machen. Was unser Team wann entschieden hat, bleibt festgehalten. Schreiben Sie { $command }, wenn Sie das möchten.
forget-done =
    Gelöscht: was Sie geschrieben haben und was ich geantwortet habe, Ihr Name, Ihre bestätigte Adresse und worum es in Ihren Anfragen ging, soweit sie abgeschlossen sind. Was wann entschieden wurde, bleibt festgehalten.{ $open ->
        [none] { "" }
       *[other] { "\u000A" }Eine offene Anfrage wird nicht gelöscht: Ziehen Sie sie zuerst mit /cancel zurück, oder warten Sie, bis sie entschieden ist. Schreiben Sie dann noch einmal /forget.
    }
forget-asked = Ein Mensch sorgt dafür, dass gelöscht wird, was Sie geschrieben haben. Sie müssen nichts weiter tun.
forget-never =
    Selbst kann ich nichts löschen.{ $contact ->
        [none] { "" }
       *[other] { " " }Bitte wenden Sie sich an { $contact }.
    }
forget-carried-out =
    Gelöscht: was vom Gespräch { $id } abgeschlossen ist. Wer es geführt hat, weiß Bescheid.{ $open ->
        [none] { "" }
       *[other] { " " }Eine Anfrage ist noch offen: Sie wurde nicht angerührt.
    }
forget-unknown = Ein Gespräch { $id } gibt es nicht.
operator-forget = Jemand bittet { $bot }, das Geschriebene zu löschen: Gespräch { $id }. Um das auszuführen, schreiben Betreibende { $command }
customer-language-list =
    Ich spreche mit Ihnen { $current }. Eine andere Sprache wählen Sie mit /language und ihrem Kürzel:
    { $languages }
customer-language-changed = Ab jetzt spreche ich mit Ihnen { $language }.
customer-language-unknown =
    „{ $wanted }“ spreche ich nicht. Das sind meine Sprachen:
    { $languages }
customer-unreadable = Ich lese Text, Fotos, Dokumente und Sprachnachrichten, dies aber nicht. Bitte schreiben Sie es in Worten.
customer-file-large =
    { $name ->
        [none] Ihre Datei
       *[other] { $name }
    } kann ich nicht annehmen: Sie ist größer als { $most } MB. Bitte senden Sie eine kleinere, oder schreiben Sie mir, was darin steht.
customer-file-type =
    { $name ->
        [none] Ihre Datei
       *[other] { $name }
    } kann ich nicht annehmen: Dateien dieser Art werden hier nicht angenommen. Ein Bild oder ein PDF schon.
customer-command-unknown = { $command } kenne ich nicht. /help zeigt, was ich verstehe.

## Wenn Menschen und Kunden miteinander schreiben

talk-joined = { $by } ist jetzt da: Sie schreiben nun mit einem Menschen. /cancel beendet Ihre Anfrage.
talk-left = { $by } hat das Gespräch verlassen.
talk-left-open = { $by } hat das Gespräch verlassen. Über Ihre Anfrage wird noch entschieden; Sie hören hier davon.
talk-lapsed = Von uns hat eine Weile niemand geschrieben, deshalb ist das Gespräch mit einem Menschen beendet. Über Ihre Anfrage wird noch entschieden.
talk-room-open =
    { $by } schreibt mit { $customer } ({ $channel ->
        [telegram] Telegram
        [discord] Discord
        [play] Spielwiese
       *[other] { $channel }
    }) über die Anfrage { $id }. Der Bot schweigt. Was Sie hier schreiben, geht dorthin; in einer gemeinsamen Gruppe das, was Sie als Antwort schreiben.
    Zeilen, die mit // beginnen, bleiben unter Ihnen. Es endet mit einer Entscheidung: durch die Schaltflächen oder mit /handback.
talk-room-floor = { $by } führt jetzt dieses Gespräch.
talk-room-over =
    { $state ->
        [approved] { $by } hat der Anfrage zugestimmt.
        [chosen] { $by } hat über die Anfrage entschieden.
        [rejected] { $by } hat die Anfrage abgelehnt.
        [timed_out] Die Zeit der Anfrage ist um.
        [cancelled] Die Anfrage wurde vom Kunden zurückgezogen.
        [pending] { $by } hat abgestimmt und das Gespräch verlassen; die Anfrage ist noch offen.
       *[other] { $by } hat den Kunden zurückgegeben.
    } Dieses Gespräch ist beendet; der Bot spricht wieder.
talk-room-left = { $by } hat den Kunden ohne Entscheidung zurückgegeben. Die Anfrage ist noch offen.
talk-room-lapsed = Von uns hat eine Weile niemand geschrieben: Das Gespräch von { $by } mit dem Kunden ist beendet. Die Anfrage ist noch offen.
talk-line = { $name }: { $text }
talk-files = Von { $name }
talk-edited = (geändert) { $text }
talk-edited-line = (geändert) { $text }
talk-undelivered = Ihre letzte Nachricht konnte dem Kunden nicht zugestellt werden.
talk-unconfirmed = Ihre letzte Nachricht wurde zweimal gesendet, und niemand hat das bestätigt: Der Kunde hat sie einmal, zweimal oder gar nicht bekommen.
talk-room-moved =
    Der Raum dieses Gesprächs ist weg: Es geht hier weiter, mit dem, was Sie als Antwort schreiben.
    { $text }
talk-unreadable = Ich kann nur Texte und Dateien weitergeben; dies hat den Kunden nicht erreicht.
talk-command-edited = Eine Änderung ist kein Befehl, und der Kunde bekommt sie nicht. Bitte schreiben Sie den Befehl neu.
talk-over = Dieses Gespräch ist beendet; das hat den Kunden nicht erreicht. /handoff zeigt den Stand der Anfrage.
talk-elsewhere = Mit diesem Kunden schreibt schon jemand, wegen der Anfrage { $id }. Immer nur ein Gespräch zur Zeit.
talk-place-taken = Hier wird schon ein anderes Gespräch geführt. /handback beendet es; dann kann dieses beginnen.
inquiry =
    { $by } hat eine Frage zu Ihrer Anfrage:
    { $words }
    Bitte antworten Sie hier, gern auch mit Dateien. Ihre Anfrage wartet auf Sie.
inquiry-thanks = Vielen Dank, ich habe es weitergegeben. Ihre Anfrage geht weiter.
inquiry-answered =
    { $id }: { $by } antwortet:
    { $words }
inquiry-lapsed = { $id }: Auf die Frage kam keine Antwort. Die Anfrage wartet wieder auf Ihre Entscheidung.
nudge = { $id }: { $customer } fragt, wie es um die Anfrage steht.
nudge-person = { $id }: { $customer } bittet um einen Menschen. /takeover { $id }
nudge-done = Ich habe denen, die entscheiden, gesagt, dass Sie warten.
nudge-later = Es ist bekannt, dass Sie warten. Sie können um { $at } wieder nachfragen.
human-called = Ich habe um einen Menschen gebeten. Man schreibt Ihnen hier.
human-there = Es ist schon jemand bei Ihnen: Schreiben Sie einfach.
human-asked = möchte mit einem Menschen sprechen
human-not-offered =
    Ich kann hier keinen Menschen rufen. Schreiben Sie Ihr Anliegen, und ich frage Menschen, wo sie entscheiden müssen.{ $contact ->
        [none] { "" }
       *[other] { " " }Sie können auch an { $contact } schreiben.
    }
add-how = Schreiben Sie es einfach hierher, oder senden Sie eine Datei: Es kommt zu Ihrer Anfrage, und wer entscheidet, sieht es.
status-usual = Meist innerhalb von { $p50 } entschieden, fast immer innerhalb von { $p90 }.
status-stage-seen = Ihre Anfrage wurde angesehen.
status-stage-asked = Es gibt eine Frage an Sie; Ihre Anfrage wartet auf Ihre Antwort.
status-stage-talking = { $by } schreibt gerade mit Ihnen.
status-outcome-approved = Ihrer Anfrage wurde zugestimmt.
status-outcome-chosen = Über Ihre Anfrage wurde entschieden.
status-outcome-rejected = Ihrer Anfrage wurde nicht zugestimmt.
status-outcome-timed_out = Über Ihre Anfrage konnte niemand rechtzeitig entscheiden.
status-outcome-cancelled = Ihre Anfrage ist zurückgezogen.
status-running = Was daraus folgt, ist in Arbeit.
status-looked-at = Ein Mensch sieht sich an, was daraus folgt.
status-broken-off = Nicht alles, was daraus folgen sollte, ist geschehen.
status-done = Sie ist damit abgeschlossen.
status-button-cancel = Zurückziehen
status-button-add = Etwas ergänzen
status-button-nudge = Nachfragen


## Stand einer Anfrage, für /status

status-none = Sie haben keine offene Anfrage. Schreiben Sie mir, worum es geht.
status-reply = Ich warte auf Ihre Antwort auf meine letzte Frage.
status-decision =
    Ihre Anfrage vom { $opened } wartet auf eine Entscheidung unseres Teams.{ $estimate ->
        [none] { "" }
       *[other] { " " }Übliche Dauer bis zur Antwort: { $estimate }.
    }{ $more ->
        [none] { "" }
       *[other] { "\u000A" }{ $more }
    }{ $contact ->
        [none] { "" }
       *[other] { "\u000A" }In dringenden Fällen: { $contact }
    }
status-checking =
    Bei einem Schritt Ihrer Anfrage steht nicht fest, ob er ausgeführt wurde. Ein Mensch prüft das, damit nichts doppelt geschieht.{ $contact ->
        [none] { "" }
       *[other] { "\u000A" }In dringenden Fällen: { $contact }
    }
status-held = Ihre Anfrage wird nach einer Wiederherstellung unserer Daten geprüft; sie geht weiter, sobald ein Mensch sie angesehen hat.
status-stopped =
    Bei Ihrer Anfrage ist auf unserer Seite ein Problem aufgetreten. Ein Mensch kümmert sich darum.{ $contact ->
        [none] { "" }
       *[other] { "\u000A" }In dringenden Fällen: { $contact }
    }
status-working = Ich arbeite gerade an Ihrer Anfrage.


## Was Kunden lesen, wenn ein Ablauf es nicht selbst sagt

outcome-failed =
    Ich konnte nicht bestätigen, dass Sie es sind, und höre deshalb hier auf.{ $contact ->
        [none] { " " }Sie können jederzeit neu beginnen.
       *[other] { " " }Sie können jederzeit neu beginnen oder sich an { $contact } wenden.
    }
outcome-cancelled = Ihre Anfrage wurde zurückgezogen. Es geschieht nichts weiter.


## Bestätigung durch einen zugesandten Code

auth-ask-address = Bevor es weitergeht, muss ich wissen, dass Sie es sind. Wie lautet Ihre E-Mail-Adresse?
auth-invalid-address = Das sieht nicht wie eine E-Mail-Adresse aus. Bitte schreiben Sie sie so: name@example.com.
auth-code-sent =
    Ich habe einen sechsstelligen Code an { $address } geschickt. Er gilt { $minutes ->
        [one] eine Minute
       *[other] { $minutes } Minuten
    }. Bitte geben Sie ihn hier ein.
auth-wrong-code =
    { $tries ->
        [one] Das ist nicht der Code. Sie haben noch einen Versuch.
       *[other] Das ist nicht der Code. Sie haben noch { $tries } Versuche.
    }
auth-code-expired = Dieser Code gilt nicht mehr. Sie bekommen einen neuen.
auth-change-address = Dann an eine andere Adresse. Wie lautet Ihre E-Mail-Adresse?
auth-cancelled = Gut, ich höre hier auf. Es ist nichts geschehen; Sie können jederzeit neu beginnen.
auth-too-many-codes =
    Ich kann noch keinen weiteren Code senden. Bitte fragen Sie in { $minutes ->
        [one] einer Minute
       *[other] { $minutes } Minuten
    } noch einmal danach.
auth-remembered = Ich kenne Sie als { $address } und brauche diesmal keinen Code.
auth-no-tries = Das war nicht der Code, und es sind keine Versuche mehr übrig.
auth-verified = Vielen Dank, { $address } ist bestätigt.


## Was Kunden stattdessen wünschen können: die Knöpfe, und die Wörter, die dafür geschrieben werden dürfen

wish-resend = Neuen Code senden
wish-change = Andere Adresse
wish-cancel = Abbrechen
wish-words-resend = nochmal neu erneut
wish-words-change = ändern andere
wish-words-cancel = abbrechen stopp


## E-Mails

mail-code-subject =
    { $bot ->
        [none] Ihr Code: { $code }
       *[other] Ihr Code für { $bot }: { $code }
    }
mail-code-body =
    { $bot ->
        [none] Ihr Code lautet { $code }.
       *[other] Ihr Code für { $bot } lautet { $code }.
    }

    Er gilt { $minutes ->
        [one] eine Minute
       *[other] { $minutes } Minuten
    }. Falls Sie ihn nicht angefordert haben, können Sie diese Nachricht ignorieren: Ohne den Code kommt niemand weiter.
mail-review-code-body =
    Ihr Code für diese Entscheidung lautet { $code }.

    Er gilt { $minutes ->
        [one] eine Minute
       *[other] { $minutes } Minuten
    }. Wenn Sie ihn nicht angefordert haben, hat jemand anderes Ihren Link: Geben Sie den Code nicht weiter, und sagen Sie es Ihrem Team.
mail-card-subject = { $title } · { $bot } · { $id }
mail-card-note = Diese Links sind nur für { $name }. Einen zu öffnen entscheidet nichts: Seine Seite zeigt die ganze Anfrage und fragt Sie.
mail-card-nobody = Diese Adresse gehört niemandem, der entscheidet; deshalb stehen hier keine Links.
mail-card-cut = Für diese Mail gekürzt. Die Seite hinter den Links zeigt alles.
mail-file-left = { $name } ist nicht angehängt: zu groß für eine Mail, oder von einer Art, die ein Mailanbieter zurückweist. Sie finden die Datei auf der Seite hinter den Links in der Mail zur Anfrage.


## Die Seite hinter dem Link einer Mail

link-unknown = Dieser Link ist nicht gültig. Es wurde nichts entschieden.
link-old = Dieser Link ist zu alt. Es wurde nichts entschieden.
link-other = Dieser Link gehört zu einer Anfrage, die so nicht mehr gestellt ist. Es wurde nichts entschieden.
link-intro = Noch ist nichts entschieden. Lesen Sie die Anfrage, dann entscheiden Sie.
link-sure = Ich bin { $name }, und das ist meine Entscheidung.
link-who = Dieser Link ist für { $name }
link-talk = Ganzes Gespräch
link-back = Zurück zur Anfrage
link-talk-earlier =
    { $count ->
        [one] Eine frühere Zeile
       *[other] { $count } frühere Zeilen
    }
link-words-reject = Grund
link-words-confirm = Kennung dessen, was geschehen ist
link-reason-needed = Hier ist ein Grund nötig. Es wurde noch nichts entschieden.
link-tick = Bitte setzen Sie zuerst das Häkchen: Es unterscheidet Sie von einem Programm. Es wurde noch nichts entschieden.
link-form-old = Dieses Formular ist zu alt oder nicht von dieser Seite. Bitte versuchen Sie es noch einmal; es wurde noch nichts entschieden.
link-fields = Kann vor der Entscheidung geändert werden
link-change = Ändern
link-change-first = Sie haben einen anderen Wert eingegeben: Drücken Sie erst „Ändern“, oder stellen Sie den alten wieder her. Noch wurde nichts entschieden.
link-changed = Es wird jetzt so neu gefragt, und eine neue Mail mit Links ist unterwegs. Die bisherigen Links entscheiden nicht mehr.
link-unchanged = Es gibt nichts zu ändern: Die Werte sind, wie sie waren.
link-code = Code aus der Mail
link-code-note = Diese Entscheidung braucht zusätzlich einen Code; er geht an { $address }.
link-code-send = Code zusenden
link-code-sent =
    Ein Code ist unterwegs an { $address }. Er gilt { $minutes ->
        [one] eine Minute
       *[other] { $minutes } Minuten
    }.
link-code-wrong = Das ist nicht der Code, oder er ist verbraucht oder zu alt. Es wurde nichts entschieden; Sie können sich einen neuen zusenden lassen.


## Karten: Titel, Beschriftungen, Hinweise

card-title-approval =
    { $label ->
        [none] Genehmigung nötig
       *[other] Genehmigung nötig: { $label }
    }
card-title-failure = Eine Anfrage ist bei { $node } stehen geblieben
card-title-doubt = Wurde { $tool } ausgeführt?
card-reason-failure = Der Knoten { $node } konnte seine Arbeit nicht tun. { $error }
card-reason-doubt =
    Der Aufruf von { $tool } endete ohne Antwort: Er wurde möglicherweise ausgeführt.{ $lapsed ->
        [none] { "" }
       *[other] { " " }Sein Idempotenzschlüssel gilt inzwischen womöglich nicht mehr: Noch einmal gesendet, könnte er doppelt geschehen.
    } Bitte sehen Sie im anderen System nach, bevor Sie die Anfrage beenden; ein zweites Mal wird nicht aufgerufen.
card-label-bot = Bot
card-label-reason = Grund
card-label-opened = Angefragt
card-label-facts = Angaben
card-label-editable = Änderbar
card-label-calls = Genehmigen ruft auf
card-label-calls-options = Was jede Wahl aufruft
card-label-transcript = Gespräch
card-label-node = Knoten
card-label-field = Feld
card-label-error = Ursache
card-label-tool = Werkzeug
card-label-arguments = Argumente
card-label-key_until = Schlüssel gilt bis
card-label-sent_at = Gesendet
card-label-effect = Wiederholen
card-label-finding = Was nachgesehen wurde
card-label-key = Idempotenzschlüssel
card-calls-none-options = Keine Wahl ruft ein Werkzeug auf.
card-calls-none = Genehmigen ruft kein Werkzeug auf.
card-calls-unknown = Danach auch, mit noch unbekannten Argumenten: { $tools }
card-calls-unseen = Als dies gefragt wurde, war { $tools } nicht nachzusehen. Genehmigen ruft auf, was der Server in dem Augenblick unter diesem Namen anbietet; lässt es sich auch dann nicht nachsehen, wird nichts aufgerufen und ein Operator gefragt.
card-verified-mail = bestätigt durch zugesandten Code, { $at }
card-in-file = Diese Anfrage ist zu lang für eine Nachricht. Alles, ohne Kürzung, steht in der Datei oben: bitte vor der Entscheidung lesen.
card-talk-caption = Das Gespräch zu { $id }
card-erased = Gelöscht: Worum es ging, wird nicht mehr aufbewahrt. Wer was wann entschieden hat, bleibt festgehalten.
card-files-caption = Vom Kunden, zu { $id }
card-file = { "[" }{ $kind ->
       *[document] Datei
        [photo] Foto
        [voice] Sprachnachricht
    }{ $name ->
        [none] { "" }
       *[other] : { $name }
    }{ $size ->
        [none] { "" }
       *[other] , { $size }
    }{ $refused ->
        [none] { "" }
        [large] { "" } – nicht angenommen: zu groß
       *[other] { "" } – nicht angenommen: Dateien dieser Art sind ausgeschlossen
    }]
card-late = neu seit der Anfrage
card-notice-unreached = An { $places } kommt keine Mail an; deshalb wurde an anderen Orten gefragt.
card-notice-silence = Antippen zwischen { $since } und { $until } hat mich vielleicht nicht erreicht. Wer in dieser Zeit getippt hat, möge es bitte noch einmal tun.
card-notice-failure = { $by } hat getippt ({ $at }), und die Plattform meldete das als fehlgeschlagen: Es ist nichts entschieden. Bitte noch einmal tippen.
card-reply-confirm = Ist { $id } gemeint? Eine Nachricht allein entscheidet nichts: bitte antippen.
card-words-approve = genehmigen genehmigt freigeben freigegeben ja ok okay
card-words-reject = ablehnen abgelehnt nein
reject-because-1 = Gegen unsere Regeln
reject-because-2 = Angaben fehlen
reject-because-3 = Doppelt angefragt
reject-because-4 = Sieht nach Missbrauch aus
card-secret = verborgen
card-empty = nichts
card-who-customer = Kunde
card-who-bot = Bot
card-button-approve = Genehmigen
card-button-ask_reason = Ablehnen
card-button-reject = Ohne Begründung ablehnen
card-button-reopen = Nicht ablehnen
card-button-retry = Wiederholen
card-button-more = Mehr …
card-button-talk = Ganzes Gespräch
card-button-open = Privat öffnen
card-button-less = Zurück
card-button-undo = Zurücknehmen
card-button-ask_question = Kunden fragen
card-button-take_over = Mit dem Kunden schreiben
card-button-claim = Ich kümmere mich darum
card-button-release = Anderen überlassen
card-button-ask_edit = Einen Wert ändern
card-button-reveal = Verborgenes zeigen
card-button-doubt-ask_reference = Es ist geschehen
card-button-doubt-confirm = Geschehen, ohne Beleg
card-button-doubt-retry = Es ist nicht geschehen
card-button-doubt-reopen = Zurück
card-button-doubt-stop = Anfrage beenden
card-button-stop = Beenden


## Dateien: wie sie heißen, und file-<warum eine nicht gezeigt wird>

file-name =
    { $kind ->
       *[document] Datei
        [photo] Foto
        [voice] Sprachnachricht
    }
file-large = { $name } ist hier nicht zu sehen: Die Datei ist größer als { $most } MB.
file-type = { $name } ist hier nicht zu sehen: Dateien dieser Art sind ausgeschlossen, wie immer sie heißen.
file-gone = { $name } ist hier nicht zu sehen: Die Plattform, auf der die Datei gesendet wurde, hat sie nicht mehr.
file-kept = { $name } ist hier nicht zu sehen: Die Plattform, auf der die Datei gesendet wurde, gibt sie nicht heraus.
file-nowhere = { $name } ist hier nicht zu sehen: Das Konto, an das die Datei ging, ist nicht mehr eingerichtet.
file-away = { $name } ist hier nicht zu sehen: Die Plattform, auf der die Datei gesendet wurde, ist zurzeit nicht zu erreichen.
file-unknown = Eine solche Datei gibt es in diesem Gespräch nicht.
file-later = Die Datei ist im Augenblick nicht zu haben. Bitte versuchen Sie es gleich noch einmal.


## Stand einer Übergabe, als Statuszeile der Karte: state-<HandoffState>

state-pending = Wartet auf eine Entscheidung
state-held = Wird nach einer Wiederherstellung geprüft: Entscheiden kann man hier erst, wenn die Anfrage freigegeben ist
state-inquiring = { $by } schreibt eine Frage an den Kunden; entscheiden können weiterhin alle
state-talking = { $by } schreibt seit { $at } mit dem Kunden
state-asked = { $by } hat den Kunden um { $at } gefragt: { $words } Bis zur Antwort zählt keine Zeit, längstens bis { $until }
state-rejecting = { $by } lehnt ab und wird nach dem Grund gefragt; entscheiden können weiterhin alle
state-confirming = { $by } sagt, dass es geschehen ist, und wird nach dem Beleg gefragt; noch kann jeder entscheiden
state-confirmed =
    { $by } hat um { $at } auf { $via } bestätigt, dass es geschehen ist{ $reason ->
        [none] { "" }
       *[other] : { $reason }
    }
state-settling =
    { $option ->
        [none] Genehmigt von { $by }
       *[other] „{ $option }“ gewählt von { $by }
    }; es beginnt { $at }, wenn es bis dahin niemand zurücknimmt
state-chosen =
    „{ $option }“ gewählt von { $by } { $at } auf { $via }{ $reason ->
        [none] { "" }
       *[other] : { $reason }
    }
state-approved =
    Genehmigt von { $by }, { $at }, über { $via }{ $reason ->
        [none] { "" }
       *[other] : { $reason }
    }
state-rejected =
    Abgelehnt von { $by }, { $at }, über { $via }{ $reason ->
        [none] { "" }
       *[other] : { $reason }
    }
state-timed_out = Nicht rechtzeitig entschieden; ohne Genehmigung geschlossen, { $at }
state-cancelled =
    Zurückgezogen von { $by }, { $at }{ $reason ->
        [none] { "" }
       *[other] : { $reason }
    }
state-retried = Wiederholt von { $by }, { $at }, über { $via }
state-stopped =
    Beendet von { $by }, { $at }, über { $via }{ $reason ->
        [none] { "" }
       *[other] : { $reason }
    }


## Was mit einer Anfrage geschehen ist, während sie wartet, unter ihrem Stand

progress-wanted =
    { $steps ->
        [none] { "" }
       *[other] Schritt { $step } von { $steps }.{ " " }
    }Nötig: { $ways }. { $count ->
        [0] Noch keine Stimme.
        [one] Bisher eine Stimme.
       *[other] Bisher { $count } Stimmen.
    }
progress-seats = { $count } von { $team }
progress-and = und
progress-or = oder
progress-deny = Zum Ablehnen braucht es { $count } Ablehnungen.
progress-vote-approve =
    { $by } ist dafür, { $at }{ $reason ->
        [none] { "" }
       *[other] : { $reason }
    }
progress-vote-reject =
    { $by } ist dagegen, { $at }{ $reason ->
        [none] { "" }
       *[other] : { $reason }
    }
progress-vote-choose =
    { $by } ist für „{ $option }“, { $at }{ $reason ->
        [none] { "" }
       *[other] : { $reason }
    }
progress-wants-person = Es wird um einen Menschen gebeten
progress-assigned = { $by } kümmert sich darum
progress-escalated = Niemand hat rechtzeitig entschieden, deshalb wurden auch diese gefragt: { $teams }
progress-edited =
    { $before ->
        [none] war leer
       *[other] war { $before }
    }, geändert von { $by } { $at }
progress-votes-void = Geändert ({ $at }): Stimmen von vorher zählen nicht mehr.


## Wo entschieden wurde: via-<Kanal>

via-telegram = Telegram
via-discord = Discord
via-email = E-Mail
via-web = die Übersicht
via-api = die Schnittstelle
via-play = die Spielwiese
via-clock = Zeitablauf


## Was jemand erfährt, der tippt oder entscheidet

tap-done-approved = Genehmigt.
tap-done-chosen = Vermerkt: { $option }.
tap-done-settling =
    { $option ->
        [none] Genehmigt.
       *[other] Vermerkt: { $option }.
    } Es beginnt in { $span }; bis dahin nimmt „Zurücknehmen“ es zurück.
tap-done-vote = Ihre Stimme zählt; Sie können sie noch ändern.
tap-done-rejected = Abgelehnt.
tap-done-rejecting =
    { $skip ->
        [none] Bitte schreiben Sie den Grund als nächste Nachricht hierher.
       *[other] Bitte schreiben Sie den Grund als nächste Nachricht hierher, oder lehnen Sie mit der Schaltfläche auf der Karte ohne Begründung ab.
    }
tap-done-inquiring = Bitte schreiben Sie die Frage an den Kunden als nächste Nachricht hierher.
tap-done-inquire = Ich habe gefragt. Die Antwort kommt hierher und auf die Karte.
tap-done-take_over = Sie schreiben jetzt mit dem Kunden; der Raum dafür wird geöffnet.
tap-done-end_talk = Der Kunde ist wieder beim Bot. Die Anfrage ist noch offen.
tap-done-pending = Die Anfrage ist wieder offen.
tap-done-retried = Wird wiederholt.
tap-done-stopped = Beendet.
tap-already-approved = Schon genehmigt von { $by }, { $at }.
tap-already-chosen = { $by } hat { $at } schon „{ $option }“ gewählt.
tap-already-settling =
    { $option ->
        [none] Schon genehmigt von { $by }
       *[other] { $by } hat schon „{ $option }“ gewählt
    }; es beginnt { $at }. Um es aufzuhalten, nehmen Sie es erst zurück.
tap-already-rejected = Schon abgelehnt von { $by }, { $at }.
tap-already-timed_out = Zu spät: Es wurde nicht rechtzeitig entschieden und geschlossen, { $at }.
tap-already-cancelled = Zu spät: zurückgezogen von { $by }, { $at }.
tap-already-retried = Schon wiederholt von { $by }, { $at }.
tap-done-confirming = Bitte schreiben Sie den Beleg als nächste Nachricht hierher, oder tippen Sie auf „Geschehen, ohne Beleg“.
tap-done-confirmed = Vermerkt, dass es geschehen ist. Die Anfrage geht weiter.
tap-already-confirmed = { $by } hat schon um { $at } bestätigt, dass es geschehen ist.
tap-already-stopped = Schon beendet von { $by }, { $at }.
tap-not-reviewer = Sie gehören nicht zu den Prüfenden dieses Teams; es ist nichts geschehen.
tap-not-at-this-stage = In diesem Schritt genehmigen andere Teams, also ist nichts geschehen. Ablehnen können Sie noch.
tap-voted-before = Sie haben in einem früheren Schritt genehmigt: Jetzt müssen es andere. Ablehnen können Sie noch.
tap-not-operator = Das dürfen nur Betreibende; es ist nichts geschehen.
tap-own-request = Das ist Ihre eigene Anfrage: Jemand anderes muss entscheiden.
tap-cannot-verify = Ich konnte Ihre Rollen nicht sehen; es ist nichts geschehen. Bitte entscheiden Sie im Kanal des Servers, und versuchen Sie es gleich noch einmal.
tap-anonymous = Ich sehe nicht, wer Sie sind: Sie schreiben als Gruppe oder Kanal. Bitte schreiben Sie unter Ihrem eigenen Namen, oder tippen Sie auf die Knöpfe, die mir sagen, wer Sie sind.
tap-unknown = Diese Schaltfläche kenne ich nicht. Es ist nichts geschehen.
tap-held = Diese Anfrage wird nach einer Wiederherstellung geprüft und muss erst freigegeben werden. Es wurde nichts entschieden.
tap-changed = { $by } hat das geändert ({ $at }). Nichts wurde entschieden: Bitte sehen Sie es noch einmal an, und tippen Sie dann erneut.
tap-changed-typed =
    { $by } hat das geändert ({ $at }), und nichts wurde entschieden. Jetzt steht dort:
    { $changes }
    Wenn Sie es so meinen, schreiben Sie bitte: { $command }
tap-not-offered = Das ist nicht mehr möglich. Es ist nichts geschehen.
tap-too-early = Der Aufruf läuft vielleicht noch. Ob er geschehen ist, lässt sich ab { $at } sagen.
tap-reason-needed = Hier ist eine Begründung nötig, und es ist noch nichts entschieden. Bitte schreiben Sie: { $command } { $id } und die Begründung.
tap-ask-reason = { $by }, warum lehnen Sie { $id } ab? Bitte schreiben Sie den Grund hierher.
tap-reason-kept = Abgelehnt, mit Ihrer Begründung.
tap-failed = Das hat nicht geklappt, und es ist nichts entschieden. Bitte versuchen Sie es noch einmal.

handling-claimed = Sie kümmern sich jetzt darum. Andere können weiterhin entscheiden.
handling-claimed-before = { $by } kümmert sich schon darum. Nichts hat sich geändert.
handling-released = Es ist wieder anderen überlassen.
handling-assigned = { $name } kümmert sich jetzt darum.
handling-not-theirs = Diese Person darf über die Anfrage nicht entscheiden, also hat sich nichts geändert.
handling-snoozed = Sie alle werden frühestens { $at } daran erinnert. Wer gefragt ist, und bis wann, bleibt, wie es ist.

snooze-too-long = Das ist zu lang: höchstens { $longest }.
assign-unknown =
    Ich kenne niemanden namens { $name }. { $people ->
        [none] Sonst darf niemand über diese Anfrage entscheiden.
       *[other] Über diese Anfrage dürfen entscheiden: { $people }
    }
assign-ambiguous = Mehrere heißen { $name }; bitte schreiben Sie das Wort hinter dem @: { $people }
undo-nothing = { $id } ist noch nicht entschieden, also gibt es nichts zurückzunehmen.
bulk-alone = bleibt, wie es ist: Darüber wird einzeln entschieden, mit { $command } { $id } oder auf der Karte.
bulk-too-many = Nichts wurde entschieden: höchstens { $most } Anfragen auf einmal.


## Änderungen eines Werts, bevor entschieden wird: edit-<warum sie abgelehnt wird>

edit-value = WERT
edit-words-true = ja yes true wahr
edit-words-false = nein no false falsch
edit-kind-text = Text
edit-kind-boolean = ja oder nein
edit-kind-choice = eines von { $choices }
edit-kind-number =
    Zahl{ $least ->
        [none] { "" }
       *[other] , mindestens { $least }
    }{ $most ->
        [none] { "" }
       *[other] , höchstens { $most }
    }
edit-kind-date =
    Datum wie 2026-03-31{ $least ->
        [none] { "" }
       *[other] , nicht vor { $least }
    }{ $most ->
        [none] { "" }
       *[other] , nicht nach { $most }
    }
edit-how =
    Um einen Wert zu ändern, schreiben Sie eines davon, mit dem, was er werden soll:
    { $commands }
edit-done =
    { $field } ist jetzt { $after }; vorher war es { $before ->
        [none] leer
       *[other] { $before }
    }.{ $voided ->
        [none] { "" }
       *[other] { " " }Stimmen von vorher zählen nicht mehr.
    } Karten und Schaltflächen von vorher genehmigen das nicht: /approve { $id } oder die Karte, wie sie jetzt ist, tut es.
edit-nothing = An dieser Anfrage kann nichts geändert werden.
edit-unknown = „{ $field }“ kann hier nicht geändert werden. Änderbar ist: { $detail }
edit-ambiguous = „{ $field }“ könnte jedes von diesen sein; bitte schreiben Sie eines davon: { $detail }
edit-empty = Bitte schreiben Sie den Wert dahinter: /edit { $id } { $field } und den Wert.
edit-same = { $field } ist das schon, also hat sich nichts geändert.
edit-too-long = Das ist zu lang für { $field }: höchstens { $detail } Zeichen.
edit-no-number = { $field } muss eine Zahl sein, wie 1999.50 (mit Punkt). Nichts hat sich geändert.
edit-no-truth = { $field } muss ja oder nein sein. Nichts hat sich geändert.
edit-no-date = { $field } muss ein Datum sein, wie 2026-03-31. Nichts hat sich geändert.
edit-no-choice = { $field } muss eines von diesen sein: { $detail }. Nichts hat sich geändert.
edit-too-small = { $field } muss mindestens { $detail } sein. Nichts hat sich geändert.
edit-too-large = { $field } darf höchstens { $detail } sein. Nichts hat sich geändert.
edit-too-early = { $field } darf nicht vor { $detail } liegen. Nichts hat sich geändert.
edit-too-late = { $field } darf nicht nach { $detail } liegen. Nichts hat sich geändert.
edit-not-there = { $field } gibt es in dieser Anfrage nicht, also kann es nicht geändert werden.
edit-cannot-be-asked = Mit diesem Wert von { $field } könnte Ihnen die Anfrage nicht vorgelegt werden, also hat sich nichts geändert: { $detail }


## Formulare vor einer Entscheidung, je höchstens 45 Zeichen

form-title-reject = { $id } ablehnen
form-title-inquire = Kunden fragen: { $id }
form-title-confirm = Geschehen: { $id }
form-title-edit = { $id } ändern
form-label-edit = Welcher Wert, und was er werden soll
form-label-reject = Mit eigenen Worten
form-label-inquire = Ihre Frage
form-label-confirm = Beleg, etwa eine Nummer
form-choices = Grund


## Was die Betreiber an ihrem Ort lesen

operator-webhook = Der Webhook bei { $host } wurde für manche Ereignisse aufgegeben, die dort niemand angenommen hat. Mehr dazu steht in der Übersicht unter „Webhooks“.
operator-undelivered =
    { $kind ->
       *[text] Eine Nachricht
        [mail] Eine E-Mail
        [card] Eine Karte
        [edit] Eine Änderung an einer Karte
        [files] Eine Datei vom Kunden
        [room] Der Raum eines Gesprächs
        [relay] Eine Nachricht eines Gesprächs
    } für { $place } konnte nicht zugestellt werden und wird nicht noch einmal versucht: { $detail }
operator-unconfirmed =
    { $kind ->
       *[text] Eine Nachricht
        [mail] Eine E-Mail
        [card] Eine Karte
        [edit] Eine Änderung an einer Karte
        [files] Eine Datei vom Kunden
        [room] Der Raum eines Gesprächs
        [relay] Eine Nachricht eines Gesprächs
    } für { $place } wurde zweimal gesendet und nicht bestätigt: Sie kann einmal, zweimal oder gar nicht angekommen sein. { $detail }
operator-mail-lost =
    { $kind ->
       *[bounced] Die Mail mit der Anfrage { $id } kam nicht an: { $place } nimmt sie nicht.
        [complained] { $place } hat die Mail mit der Anfrage { $id } als unerwünscht gemeldet.
        [failed] Die Mail mit der Anfrage { $id } konnte nicht an { $place } gesendet werden.
        [suppressed] Die Mail mit der Anfrage { $id } wurde nicht gesendet: Der Anbieter hält { $place } für unerreichbar.
    } Die Anfrage sagt das nun und ging an andere Orte, falls sie noch offen ist.


## Erinnerungen, wo Karten sind

reminder =
    { $count ->
        [one] Eine Anfrage wartet auf eine Entscheidung:
       *[other] { $count } Anfragen warten auf eine Entscheidung:
    }
reminder-line = { $id } · seit { $since } · { $what }
reminder-escalated = Über { $id } hat noch niemand entschieden: Bitte sehen Sie es sich an. /handoff { $id } zeigt es noch einmal.
reminder-more =
    { $count ->
        [one] und eine weitere: /pending
       *[other] und { $count } weitere: /pending
    }


## Befehle

command-help = Hier zeige ich, was entschieden werden muss, mit Schaltflächen zum Entscheiden. Sie können auch schreiben:
command-describe-start = Beginnen
command-describe-help = Was ich kann
command-describe-status = Wie es um Ihre Anfrage steht
command-describe-cancel = Ihre Anfrage zurückziehen
command-describe-forget = Löschen lassen, was Sie geschrieben haben
command-describe-language = Meine Sprache ändern
command-describe-pending = Anfragen, die auf eine Entscheidung warten
command-describe-handoff = Eine Anfrage zeigen
command-describe-approve = Eine Anfrage genehmigen
command-describe-reject = Eine Anfrage ablehnen
command-describe-mine = Anfragen, um die Sie sich kümmern
command-describe-choose = Einen der Ausgänge wählen, die eine Anfrage anbietet
command-describe-undo = Eine Genehmigung zurücknehmen, solange Zeit ist
command-describe-edit = Einen Wert ändern, bevor entschieden wird
command-describe-ask = Den Kunden einer Anfrage etwas fragen
command-describe-takeover = Anstelle des Bots mit dem Kunden schreiben
command-describe-handback = Das Gespräch beenden, mit oder ohne Entscheidung
command-describe-human = Um einen Menschen bitten
command-describe-add = Etwas zu Ihrer Anfrage ergänzen
command-describe-nudge = Nachfragen, wie es um Ihre Anfrage steht
command-describe-claim = Sich um eine Anfrage kümmern
command-describe-release = Eine Anfrage anderen überlassen
command-describe-assign = Jemandem eine Anfrage geben
command-describe-snooze = Später an eine Anfrage erinnert werden
command-describe-bind = Dieser Gruppe oder diesem Thema die Karten eines Teams geben
command-describe-unbind = Diesen Ort von seinem Team lösen
command-describe-reviewers = Wer entscheidet, und wo
command-describe-workflows = Womit neue Anfragen beginnen
command-describe-validate = In den Workflow-Dateien nach Fehlern suchen
command-describe-reload = Die Workflow-Dateien nehmen, wie sie jetzt sind
command-describe-stats = Wie viele Anfragen, und wie schnell entschieden
command-describe-audit = Was zuletzt geschah, oder mit einer Anfrage
command-describe-doctor = Ob alles arbeitet, und was zu tun ist
command-describe-talk = Mit mir reden, in einem eigenen Thread
command-done = Erledigt.
command-pending =
    { $count ->
        [one] Eine Anfrage wartet auf eine Entscheidung:
       *[other] { $count } Anfragen warten auf eine Entscheidung:
    }
command-pending-line =
    { $id } · { $bot } · { $opened } · { $by ->
        [none] { "" }
       *[other] { $by } kümmert sich darum ·{ " " }
    }{ $bulk ->
        [none] { "" }
       *[other] ⧉{ " " }
    }{ $reason }
command-pending-bulk = ⧉ darf zusammen entschieden werden: { $command }
command-pending-more =
    Seite { $page } von { $pages }. { $last ->
        [none] Weiter: { $command }
       *[other] Das ist die letzte; von vorn: { $command }
    }
command-pending-empty =
    { $narrowed ->
        [none] Nichts wartet auf eine Entscheidung.
       *[other] Nichts dieser Art wartet auf eine Entscheidung. Alles, was wartet: /pending
    }
command-usage-pending =
    „{ $word }“ verstehe ich hier nicht. Das kann hinter { $command } stehen, in beliebiger Reihenfolge:
    bot:NAME – Anfragen eines Bots
    team:NAME – Anfragen, über die ein Team entscheidet
    mine – worum Sie sich kümmern
    unclaimed – worum sich niemand kümmert
    bulk – was zusammen entschieden werden darf
    older:2h – was länger als so lange wartet (30m, 2h, 3d)
    2 – die zweite Seite
    Zum Beispiel: { $command } team:finance older:2h
command-reviewers-only = { $command } steht nur Prüfenden offen.
command-handoff-unknown = Es gibt keine Anfrage { $id }, die Sie sehen dürfen.
command-handoff-ambiguous = { $id } könnte jede von diesen sein; bitte schreiben Sie mehr davon: { $ids }
command-usage-handoff = Bitte schreiben Sie es so: /handoff KENNUNG. /pending zeigt die Kennungen.
command-usage-approve = Bitte schreiben Sie es so: /approve KENNUNG, danach gern eine Begründung, oder /approve KENNUNG KENNUNG KENNUNG. /pending zeigt die Kennungen.
command-usage-reject = Bitte schreiben Sie es so: /reject KENNUNG, danach gern eine Begründung, oder /reject KENNUNG KENNUNG KENNUNG. /pending zeigt die Kennungen.
command-usage-choose = Bitte schreiben Sie es so: /choose KENNUNG AUSGANG, wenn Sie möchten mit einer Begründung dahinter. Die Karte zeigt die Ausgänge.
choose-unknown =
    { $options ->
        [none] { $id } bietet keine eigenen Ausgänge an: Nehmen Sie /approve oder /reject.
       *[other] { $id } bietet diese Ausgänge an: { $options }
    }
command-usage-undo = Bitte schreiben Sie es so: /undo KENNUNG. /pending zeigt die Kennungen.
command-usage-ask = Bitte schreiben Sie es so: /ask KENNUNG FRAGE. /pending zeigt die Kennungen.
command-usage-takeover = Bitte schreiben Sie es so: /takeover KENNUNG. /pending zeigt die Kennungen.
command-usage-handback = Bitte schreiben Sie es im Raum des Gesprächs, oder so: /handback KENNUNG approved. /pending zeigt die Kennungen.
handback-how = Bitte sagen Sie, wie es endet: { $ways }. Dahinter kann ein Grund stehen.
handback-no-talk = Mit dem Kunden von { $id } schreibt niemand.
command-usage-claim = Bitte schreiben Sie es so: /claim KENNUNG. /pending zeigt die Kennungen.
command-usage-release = Bitte schreiben Sie es so: /release KENNUNG. /mine zeigt, worum Sie sich kümmern.
command-usage-assign = Bitte schreiben Sie es so: /assign KENNUNG @NAME. /pending zeigt die Kennungen.
command-usage-snooze = Bitte schreiben Sie es so: /snooze KENNUNG 2h, mit 30m, 2h oder 3d für die Dauer. /pending zeigt die Kennungen.
command-usage-edit = Bitte schreiben Sie es so: /edit KENNUNG NAME WERT. Was geändert werden kann, steht auf der Anfrage: /handoff KENNUNG zeigt sie.


## Was Betreibende nach ihren Befehlen lesen

admin-only = { $command } steht nur Betreibenden offen; es ist nichts geschehen.
admin-bind-usage = Bitte schreiben Sie es so: /bind TEAM. Das sind die Teams: { $teams }
admin-bind-in-private = Bitte schreiben Sie mir { $command } unter vier Augen: Der Code, den ich Ihnen dort gebe, ist nur für Sie.
admin-bind-code =
    Schreiben Sie in der Gruppe oder im Thema, wohin die Karten von { $team } gehen sollen, innerhalb von { $minutes ->
        [one] einer Minute
       *[other] { $minutes } Minuten
    } dies; es gilt einmal:
    { $command }
admin-bind-refused = Dieser Code gilt hier nicht: Er ist falsch, verbraucht oder zu alt. Einen neuen gebe ich Betreibenden unter vier Augen, mit /bind und dem Team.
admin-bind-done = Ab jetzt kommen die Karten von { $team } hierher.
admin-bind-already = Die Karten von { $team } kommen schon hierher.
admin-bind-configured = Die Karten von { $team } kommen schon hierher: So sagt es die Konfiguration.
admin-bind-used = { $who } hat Ihren Code verwendet: Die Karten von { $team } gehen ab jetzt an { $place }. Falls das nicht stimmt, schreiben Sie /unbind { $place }
admin-bind-rights = Ich habe hier alle Rechte, die Karten brauchen.
admin-unbind-done = Neue Karten von { $team } gehen nicht mehr an { $place }. Die vorhandenen bleiben und lassen sich noch entscheiden.
admin-unbind-configured = { $place } steht in der Konfiguration, unter { $key }: Nehmen Sie es dort heraus und starten Sie neu.
admin-unbind-nothing = An { $place } ist kein Team gebunden.
admin-place-configured = Konfiguration: { $key }
admin-place-bound = gebunden von { $by } am { $at }
admin-place-operators = Betreibende von { $bot }
admin-operators = Betreibende
admin-team-unknown = Es gibt kein Team { $team }. Das sind die Teams: { $teams }
admin-bot-unknown = Es gibt keinen Bot { $bot }. Das sind die Bots: { $bots }
admin-workflow =
    { $bot } ({ $key }): { $name ->
        [none] Workflow
       *[other] { $name }
    }, Version { $version }, { $count ->
        [one] ein Knoten
       *[other] { $count } Knoten
    }
admin-workflow-file = Die Datei, wie sie jetzt ist: Fehler { $errors }, Warnungen { $warnings }
admin-workflow-changed = Die Datei sagt etwas anderes als das, womit neue Läufe beginnen: { $command } übernimmt sie.
admin-workflow-runs =
    { $runs ->
        [none] Kein Lauf ist offen.
       *[other] Offene Läufe nach Version: { $runs }
    }
admin-validate-fine = { $bot }: nichts auszusetzen an { $file }
admin-validate-found =
    { $bot }: { $count ->
        [one] ein Befund
       *[other] { $count } Befunde
    } in { $file }
admin-severity-error = Fehler
admin-severity-warning = Warnung
admin-severity-note = Hinweis
admin-reload-done = { $bot }: Neue Läufe beginnen jetzt mit Version { $version }. Offene enden auf ihrer.
admin-reload-same = { $bot }: Die Datei ist Version { $version }, mit der neue Läufe schon beginnen.
admin-reload-refused = { $bot }: Wegen dieser Fehler hat sich nichts geändert; neue Läufe beginnen wie bisher.
admin-stats-title =
    { $bot ->
        [none] Alle Bots
       *[other] { $bot }
    }, { $count ->
        [one] der letzte Tag
       *[other] die letzten { $count } Tage
    }
admin-stats-opened =
    { $count ->
        [one] Eine Anfrage ging an Menschen.
       *[other] { $count } Anfragen gingen an Menschen.
    }
admin-stats-approved = { $count } genehmigt
admin-stats-chosen = { $count } mit eigener Wahl
admin-stats-rejected = { $count } abgelehnt
admin-stats-timed_out = { $count } abgelaufen
admin-stats-cancelled = { $count } zurückgezogen
admin-stats-retried = { $count } wiederholt
admin-stats-confirmed = { $count } bestätigt
admin-stats-stopped = { $count } beendet
admin-stats-waiting =
    { $count ->
        [0] Jetzt wartet keine.
        [one] Jetzt wartet eine, seit { $since }.
       *[other] Jetzt warten { $count }, die älteste seit { $since }.
    }
admin-stats-times = Die Hälfte der Entscheidungen dauerte höchstens { $half }, neun von zehn höchstens { $most }.
admin-audit-verify = Ob das Protokoll unversehrt ist, sagt: assent audit verify


## Die Probekarte

sample-title = Probekarte
sample-status = Bitte tippen Sie auf einen Knopf: Damit wird nichts entschieden
sample-status-works = { $by } hat um { $at } getippt: Das kommt an, und Karten lassen sich ändern. Es wurde nichts entschieden
sample-status-close = Weggelegt von { $by }, { $at }
sample-reason = Diese Karte zeigt, dass die Karten dieses Teams hier ankommen.
sample-label-team = Team
sample-label-place = Ort
sample-button-works = Probe
sample-button-close = Weglegen
sample-posted = Die Karte oben ist eine Probe: Bitte tippen Sie darauf.
sample-not-posted = Eine Probekarte konnte hier nicht gezeigt werden: { $detail }
sample-tap-member = Die Probe hat geklappt. Sie dürfen für { $team } entscheiden.
sample-tap-stranger = Die Probe hat geklappt: Ihr Tippen kam an. Sie gehören nicht zu diesem Team, könnten eine echte Karte also nicht entscheiden.
sample-closed = Weggelegt.


## Was nicht stimmt und was zu tun ist, für Betreibende: Befunde einer Untersuchung und eines Zustands

doctor-connecting = noch nicht verbunden
doctor-slow = keine rechtzeitige Antwort; bitte versuchen Sie es noch einmal
doctor-unreachable = nicht erreichbar: { $detail }
doctor-no-channel = kein Kanal der Konfiguration bedient diesen Ort: Fügen Sie das Konto hinzu, oder entfernen Sie den Ort
doctor-database =
    { $detail }{ $fix ->
        [none] { "" }
       *[other] . Abhilfe: { $fix }
    }
doctor-restored = ein Backup wurde eingespielt, und { $number } Anfragen warten auf Betreibende: assent resume
doctor-workflow =
    { $detail }{ $more ->
        [none] { "" }
       *[other] { " " }(und { $more } weitere: /validate oder assent check)
    }
doctor-mcp = nicht verbunden: { $detail }. Sehen Sie nach, ob der Server läuft und ob command oder url stimmt
doctor-mcp-tool = die Konfiguration nennt Werkzeuge, die der Server nicht hat: { $tools }
doctor-mail-key = Resend lehnt den API-Schlüssel ab ({ $detail }): unter „API Keys“ einen neuen anlegen und email.api_key setzen
doctor-mail-domain = Resend sendet nicht für { $domain } (Stand dort: { $state }): unter „Domains“ hinzufügen und die DNS-Einträge setzen, oder email.from ändern
doctor-mail-login = der Mailserver lehnt Namen und Passwort ab ({ $detail }): email.smtp_url prüfen
doctor-mail-refused = der Mailanbieter lehnt uns ab ({ $detail }), Mails warten: [email] in der Konfiguration prüfen
doctor-telegram-token = Telegram lehnt das Token ab ({ $detail }): Nehmen Sie das, das @BotFather Ihnen gibt
doctor-telegram-conflict = ein anderes Programm hört mit diesem Token zu; beenden Sie es, oder geben Sie ihm ein eigenes. Telegram sagt: { $detail }
doctor-telegram-untaken = eine Neuigkeit konnte nicht angenommen werden und wird noch einmal geholt ({ $detail }); mehr steht im Log
doctor-telegram-webhook-other = der Webhook führt anderswohin ({ $url }): assent run setzt ihn beim Start; sehen Sie nach, ob ein anderes Programm es auch tut
doctor-telegram-webhook-failing = Telegram kann an den Webhook nicht zustellen: { $detail }. Sehen Sie nach, ob public_url von außen erreichbar ist
doctor-telegram-chat = diesen Chat kenne ich nicht, oder ich wurde entfernt ({ $detail }): Fügen Sie mich zur Gruppe hinzu, oder berichtigen Sie die Nummer
doctor-telegram-not-member = ich bin nicht in „{ $chat }“: Fügen Sie mich zur Gruppe hinzu
doctor-telegram-may-not-write = ich darf in „{ $chat }“ nicht schreiben: Lassen Sie Mitglieder schreiben, oder machen Sie mich zum Administrator
doctor-telegram-may-not-edit = ich darf in „{ $chat }“ keine Nachrichten ändern: Machen Sie mich zu einem Administrator, der es darf
doctor-telegram-no-topics = „{ $chat }“ hat keine Themen mehr: Schalten Sie sie wieder ein, oder nennen Sie nur die Gruppe
doctor-telegram-may-not-open = Ich darf in „{ $chat }“ keine Themen eröffnen, deshalb werden Gespräche mit Kunden dort durch Antworten geführt: Geben Sie mir das Recht, Themen zu verwalten
doctor-discord-token = Discord lehnt das Token ab ({ $detail }): Nehmen Sie das von der Seite Bot Ihrer Anwendung im Entwicklerportal
doctor-discord-intents = Discord hat die Verbindung geschlossen: Schalten Sie im Entwicklerportal auf der Seite Bot den Message Content Intent ein, oder nehmen Sie die Server aus guilds
doctor-discord-content = Ich kann nicht lesen, was in Servern geschrieben wird: Schalten Sie im Entwicklerportal auf der Seite Bot den Message Content Intent ein
doctor-discord-guild = Ich bin nicht in diesem Server ({ $detail }): Laden Sie mich ein, oder nehmen Sie seine Nummer aus guilds
doctor-discord-channel = Diesen Kanal kenne ich nicht oder darf ihn nicht sehen ({ $detail }): Laden Sie mich in den Server ein, lassen Sie mich den Kanal sehen, oder berichtigen Sie die Nummer
doctor-discord-kind = { $channel } nimmt keine Karten: Nennen Sie einen Textkanal, einen Thread oder ein Forum eines Servers
doctor-discord-may-not-see = Ich darf „{ $channel }“ nicht sehen: Geben Sie meiner Rolle dort das Recht Kanal ansehen
doctor-discord-locked = der Thread „{ $channel }“ ist gesperrt: Entsperren Sie ihn, oder geben Sie meiner Rolle das Recht Threads verwalten
doctor-discord-may-not-write = Ich darf in „{ $channel }“ nicht schreiben: Geben Sie meiner Rolle dort das Recht Nachrichten senden, für einen Thread Nachrichten in Threads senden
doctor-discord-may-not-attach = Ich darf in „{ $channel }“ keine Dateien anhängen, was eine lange Karte braucht: Geben Sie meiner Rolle dort das Recht Dateien anhängen
doctor-discord-may-not-read = Ich darf den Verlauf von „{ $channel }“ nicht lesen, darum kann eine Karte nach einem Ausfall zweimal dastehen: Geben Sie meiner Rolle dort das Recht Nachrichtenverlauf anzeigen
doctor-discord-may-not-thread = Ich darf in „{ $channel }“ keine Threads an Karten öffnen, darum sprechen Prüfende mit Kunden im Kanal selbst: Geben Sie meiner Rolle dort die Rechte Öffentliche Threads erstellen und Nachrichten in Threads senden
doctor-discord-replies-only = im Thread eines Gesprächs kann ich nur lesen, was mir antwortet oder mich nennt: Schalten Sie im Entwicklerportal auf der Seite Bot den Message Content Intent ein


## Was nur auf Discord gesagt wird

discord-write-directly = Bitte schreiben Sie mir direkt: Tippen Sie auf meinen Namen, dann auf Nachricht.
discord-talk-here = Wir reden hier, wo nur Sie es lesen:


## Warum ein Knoten scheiterte, für Betreibende: error-<ErrorCode>

error-unresolved = In { $field } fehlt ein Wert: { $detail }
error-type = Die Werte in { $field } lassen sich nicht vergleichen oder darstellen: { $detail }
error-too-long = Der Text von { $field } wurde zu lang: { $detail }
error-tool-failed = Das Werkzeug hat mit einem Fehler geantwortet: { $detail }
error-tool-unknown = Der Aufruf wurde möglicherweise ausgeführt: { $detail }
error-key-lapsed = Der Aufruf wurde möglicherweise ausgeführt, und sein Schlüssel gilt womöglich nicht mehr: { $detail }
error-tool-arguments = Die Argumente passen nicht zum Werkzeug, und es wurde nichts aufgerufen: { $detail }
error-tool-missing = Das Werkzeug ist nicht da: { $detail }
error-args-changed = Aufgerufen würde etwas anderes, als genehmigt wurde; nichts wurde aufgerufen: { $detail }
error-tool-unseen = { $detail } ließ sich nicht nachsehen, als der Aufruf genehmigt wurde; nichts wurde aufgerufen. „Wiederholen“ sieht noch einmal nach und ruft auf, was der Server dann anbietet.
error-tool-changed = Das Werkzeug hat sich nach der Genehmigung geändert; nichts wurde aufgerufen: { $detail }
error-no-threshold = Keine Schwelle in { $field } gilt für diese Anfrage, also könnte niemand darüber entscheiden: { $detail }
error-stuck = Der Prozess endete hier wieder und wieder: { $detail }
error-step-limit = Die Anfrage brauchte mehr Schritte als erlaubt: { $detail }
error-mail = Es kann keine E-Mail verschickt werden: { $detail }
error-node-refused = Diese Version nimmt diesen Knoten nicht mehr an: { $detail }
error-internal = Ein Fehler bei uns; im Protokoll steht mehr: { $detail }


## Die eigene Seite des Spielplatzes

play-title = Spielwiese
play-tagline = Die KI macht die Arbeit, Menschen entscheiden.
play-noscript = Diese Seite braucht JavaScript: Sie zeigt Nachrichten, sobald sie kommen.
play-panels = Bereiche
play-news = neu
play-language = Sprache dieser Seite
play-connecting = verbindet…
play-connected = verbunden
play-reconnecting = verbindet neu…
play-clock = Uhr
play-clock-quarter = +15 Min.
play-clock-hour = +1 Std.
play-clock-four-hours = +4 Std.
play-clock-day = +1 Tag
play-clock-working-day = Nächster Arbeitstag
play-customer = Kundschaft
play-customer-switch = Kunde:
play-customer-log = Gespräch mit dem Bot
play-customer-empty = Schreiben Sie, was Sie brauchen, oder tippen Sie oben auf einen Vorschlag.
play-customer-input = Nachricht an den Bot
play-bot-switch = Bot:
play-suggestions = Vorschläge
play-suggest-refund = Ich möchte eine Erstattung
play-suggest-large = über 500
play-suggest-small = kleine Bestellung
play-review = Prüfgruppe
play-who = Sie sind:
play-review-log = Nachrichten und Karten in der Prüfgruppe
play-review-empty = Nichts wartet auf eine Entscheidung. Braucht der Bot einen Menschen, erscheint hier seine Karte.
play-review-input = Antwort oder /Befehl
play-mail = E-Mail
play-mail-log = E-Mails, die der Bot verschickt hat
play-mail-empty = Hier erscheinen E-Mails, die der Bot verschickt.
play-mail-to = An
play-mail-code = Code eintippen
play-send = Senden
play-sending = wird gesendet…
play-unsent = noch nicht gesendet, neuer Versuch läuft
play-show-all = Alle Zeichen zeigen
play-raw-call = Genauer Aufruf
play-late = später ergänzt
play-attach = Dateien anhängen (bis zu 5, je höchstens 5 MB)
play-attach-hint = Bis zu 5 Dateien, je höchstens 5 MB.
play-attach-drop = Dateien hier ablegen: bis zu 5, je höchstens 5 MB
play-attached = Dateien dieser Nachricht
play-uploading = wird hochgeladen…
play-detach = Entfernen
play-reply = Antworten
play-replying = Antwort auf
play-reply-cancel = Nicht darauf antworten
play-edit = Ändern
play-edit-input = Ändern Sie Ihre Nachricht. Eingabe speichert, Escape lässt sie, wie sie war.
play-edit-save = Speichern
play-edit-leave = Lassen, wie es war
play-edited = geändert
play-room = Gespräch
play-room-log = Nachrichten dieses Gesprächs
play-room-empty = Was Sie hier schreiben, geht an die Kundschaft; die Antworten erscheinen hier.
play-room-input = Nachricht in diesem Gespräch
play-room-open = läuft
play-room-closed = beendet
play-error-empty = In dieser Nachricht steht noch nichts.
play-error-long = Diese Nachricht ist zu lang: Höchstens 4 MB sind möglich.
play-error-person = Auf dieser Seite gibt es niemanden mit diesem Namen.
play-error-request = Der Server hat diese Anfrage nicht verstanden. Laden Sie die Seite neu und versuchen Sie es noch einmal.
play-error-lost = Der Server ist nicht erreichbar. Bitte versuchen Sie es noch einmal.
play-error-file-large = Diese Datei ist zu groß: Höchstens 5 MB sind möglich. Ihre Nachricht ist noch da.
play-error-file-empty = Diese Datei ist leer. Ihre Nachricht ist noch da.
play-error-file-many = Eine Nachricht fasst höchstens 5 Dateien; die übrigen wurden weggelassen.
play-error-file-gone = Eine Datei dieser Nachricht ist nicht mehr da. Bitte hängen Sie sie noch einmal an.
play-error-edit = Sie können nur ändern, was Sie selbst geschrieben haben.
play-error-room = Dieses Gespräch ist beendet, deshalb wurde Ihre Nachricht nicht gesendet.

## Wie Befehle und was dahinter steht in Menüs heißen: Kleinbuchstaben, keine Leerzeichen

command-name-start = start
command-name-help = hilfe
command-name-status = status
command-name-cancel = zurückziehen
command-name-forget = vergessen
command-name-language = sprache
command-name-pending = offen
command-name-handoff = anfrage
command-name-approve = genehmigen
command-name-reject = ablehnen
command-name-mine = meine
command-name-choose = wählen
command-name-undo = zurücknehmen
command-name-edit = ändern
command-name-ask = fragen
command-name-takeover = gespräch
command-name-handback = zurückgeben
command-name-human = mensch
command-name-add = ergänzen
command-name-nudge = nachfragen
command-name-claim = übernehmen
command-name-release = freigeben
command-name-assign = zuweisen
command-name-snooze = später
command-name-bind = anbinden
command-name-unbind = lösen
command-name-reviewers = prüfende
command-name-workflows = abläufe
command-name-validate = prüfen
command-name-reload = neu-laden
command-name-stats = statistik
command-name-audit = protokoll
command-name-doctor = diagnose
command-name-talk = reden
command-option-id = id
command-option-describe-id = Wie die Kennung der Anfrage beginnt
command-option-confirm = bestätigung
command-option-describe-confirm = yes, um sofort zu löschen; ohne Angabe frage ich nach
command-option-reason = grund
command-option-describe-reason = Warum
command-option-filter = filter
command-option-describe-filter = bot:NAME team:NAME mine unclaimed bulk older:2h, oder eine Seite
command-option-field = feld
command-option-describe-field = Was geändert werden soll, wie es auf der Karte heißt
command-option-question = frage
command-option-describe-question = Was Sie wissen möchten
command-option-outcome = ergebnis
command-option-describe-outcome = approved, rejected, eine Wahlmöglichkeit oder open
command-option-option = ausgang
command-option-describe-option = Wie die Karte ihn nennt
command-option-value = wert
command-option-describe-value = Was es werden soll
command-option-person = person
command-option-describe-person = Etwa @ana
command-option-span = dauer
command-option-describe-span = Etwa 30m, 2h oder 3d
command-option-language = sprache
command-option-describe-language = Etwa en
command-option-team = team
command-option-describe-team = Sein Name
command-option-code = code
command-option-describe-code = Der Code, den Sie privat bekommen haben
command-option-place = ort
command-option-describe-place = Etwa discord:123; ohne Angabe dieser hier
command-option-bot = bot
command-option-describe-bot = Sein Name; ohne Angabe alle
command-option-days = tage
command-option-describe-days = Wie viele Tage zurück
command-option-text = text
command-option-describe-text = Worum es geht

## Was Menschen für sich selbst einstellen: Konten, Abwesenheiten, Kanäle

command-describe-link = Ein weiteres Konto von Ihnen verbinden
command-describe-unlink = Ein verbundenes Konto wieder lösen
command-describe-away = Sagen, dass Sie weg sind und wer an Ihrer Stelle entscheidet
command-describe-back = Sagen, dass Sie wieder da sind
command-describe-notify = Auf welchen Ihrer Kanäle Sie von Anfragen erfahren
command-name-link = verbinden
command-name-unlink = trennen
command-name-away = abwesend
command-name-back = zurück
command-name-notify = benachrichtigen
command-option-proof = nachweis
command-option-describe-proof = Der Code, den Sie bekommen haben, oder eine Mailadresse; ohne Angabe ein neuer Code
command-option-account = konto
command-option-describe-account = Etwa telegram:123, wie /link es nennt
command-option-until = bis
command-option-describe-until = Etwa mo, 2026-12-01, 3d oder 18:00
command-option-channel = kanal
command-option-describe-channel = Etwa email
command-option-state = zustand
command-option-describe-state = an oder aus

tap-voted-otherwise = Sie haben hier schon abgestimmt, von einem Konto, das damals Ihres war. Niemand stimmt zweimal ab; es ist nichts geschehen.
tap-delegators-request = Das ist die Anfrage der Person, an deren Stelle Sie entscheiden: Jemand anderes muss entscheiden.
tap-delegator-voted = Die Person, an deren Stelle Sie entscheiden, hat hier schon abgestimmt; es ist nichts geschehen.
deputy-name = { $name } für { $absent }

mail-link-body =
    Ihr Code lautet { $code }.

    Wer { $bot } darum gebeten hat, will diese Adresse mit dem eigenen Konto dort verbinden. Er gilt { $minutes ->
        [one] eine Minute
       *[other] { $minutes } Minuten
    }. Wenn Sie das nicht waren, tun Sie nichts und geben Sie den Code niemandem weiter: Damit könnte man an Ihrer Stelle handeln.

personal-link-in-private = Bitte schreiben Sie mir /link unter vier Augen: Der Code, den ich Ihnen dort gebe, ist nur für Sie.
personal-link-code =
    Schreiben Sie mir dies innerhalb von { $minutes ->
        [one] einer Minute
       *[other] { $minutes } Minuten
    } von Ihrem anderen Konto; es gilt einmal und macht jenes Konto zu Ihrem. Geben Sie es niemandem weiter: Damit könnte man an Ihrer Stelle handeln.
    { $command }
    Um eine Mailadresse zu verbinden, schreiben Sie /link und die Adresse.
personal-link-mailed =
    Ich habe einen Code an { $address } gesendet. Schreiben Sie mir von hier innerhalb von { $minutes ->
        [one] einer Minute
       *[other] { $minutes } Minuten
    } /link und den Code.
personal-link-no-address = { $address } ist keine Mailadresse, an die ich schreiben kann.
personal-link-no-mail = Ich versende hier keine Mails, also kann ich keine Adresse verbinden.
personal-link-too-many =
    Ich kann noch keinen weiteren Code senden. Bitte fragen Sie in { $minutes ->
        [one] einer Minute
       *[other] { $minutes } Minuten
    } noch einmal danach.
personal-link-joined = { $account } ist ab jetzt eines Ihrer Konten.
personal-link-already = { $account } ist schon eines Ihrer Konten.
personal-link-refused = Dieser Code gilt nicht: Er ist falsch, verbraucht oder zu alt. Einen neuen bekommen Sie mit /link.
personal-link-guessed = Von diesem Konto kamen zu viele falsche Codes. Bitte warten Sie eine Viertelstunde; es wurde nichts verbunden.
personal-link-foreign = { $account } gehört laut Konfiguration jemand anderem, also wurde nichts verbunden. Sind Sie diese Person, so schreiben Sie /link von dort und verwenden Sie den Code auf Ihrem anderen Konto.
personal-link-taken = { $account } ist schon mit anderen Konten verbunden, also wurde nichts verbunden. Lösen Sie es dort zuerst, mit /unlink.
personal-link-used = Mit Ihrem Code wurde { $account } eines Ihrer Konten. Wenn Sie das nicht waren, schreiben Sie jetzt { $command }.
personal-accounts = Ihre Konten:
personal-account-configured = { $account } – aus der Konfiguration
personal-account-first = { $account } – das erste
personal-account-joined = { $account } – verbunden; /unlink { $account } löst es
personal-unlink-usage = Bitte schreiben Sie es so: /unlink KONTO. Unter vier Augen zählt /link Ihre Konten auf.
personal-unlink-done = { $account } ist keines Ihrer Konten mehr.
personal-unlink-unknown = { $account } ist nicht mit Ihnen verbunden; es hat sich nichts geändert.
personal-unlink-configured = { $account } steht in der Konfiguration: Nur dort lässt es sich herausnehmen.
personal-unlink-first = Mit { $account } wurden die anderen verbunden, also bleibt es. Lösen Sie stattdessen die anderen.

personal-only-configured = { $command } ist nur für Personen der Konfiguration; es hat sich nichts geändert.
personal-words-until = bis until till
personal-words-days = mo di mi do fr sa so
personal-words-on = an ein on
personal-words-off = aus off
personal-away-usage = Bitte schreiben Sie es so: /away bis WANN @PERSON. WANN ist ein Tag wie mo oder 2026-12-01, eine Spanne wie 3d oder eine Uhrzeit wie 18:00; die Person entscheidet an Ihrer Stelle und kann entfallen.
personal-away-when = { $when } ist kein Zeitpunkt innerhalb des nächsten Jahres. Schreiben Sie einen Tag wie mo oder 2026-12-01, eine Spanne wie 3d oder eine Uhrzeit wie 18:00.
personal-away-unknown = In der Konfiguration kenne ich niemanden mit dem Namen { $name }; es hat sich nichts geändert.
personal-away-self = Sie können nicht an Ihrer eigenen Stelle entscheiden; es hat sich nichts geändert.
personal-away-done =
    Sie sind abwesend bis { $until }. { $name ->
        [none] Niemand entscheidet an Ihrer Stelle.
       *[other] { $name } entscheidet bis dahin an Ihrer Stelle.
    } /back beendet das vorher.
personal-back-done = Willkommen zurück. Niemand entscheidet mehr an Ihrer Stelle.
personal-back-nothing = Sie waren nicht abwesend.
personal-notify = So können Sie von den Anfragen Ihrer Teams erfahren:
personal-channel-heard = { $channel } – an
personal-channel-muted = { $channel } – aus
personal-notify-usage = Um das zu ändern, schreiben Sie /notify KANAL an oder /notify KANAL aus.
personal-notify-unknown = Sie haben kein Konto auf { $channel }.
personal-notify-on = Sie erfahren wieder durch { $channel } von Anfragen.
personal-notify-off = Von neuen Anfragen erfahren Sie nicht mehr durch { $channel }, wo Sie auch anders davon erfahren.
personal-notify-last = { $channel } ist der letzte Weg, auf dem Sie von den Anfragen von { $teams } erfahren, also bleibt er an.

## Dashboard: die Tür

command-describe-dashboard = gibt einen Link zur Webseite der Anfragen aus
command-name-dashboard = dashboard
dashboard-in-private = Bitte schreiben Sie mir /dashboard privat: Der Link, den ich Ihnen dort gebe, ist nur für Sie bestimmt.
dashboard-none = Hier gibt es kein Dashboard: Sein Webserver ist nicht eingerichtet ([web] in der Konfiguration).
dashboard-link =
    Öffnen Sie dies innerhalb von { $minutes ->
        [one] einer Minute
       *[other] { $minutes } Minuten
    }; es gilt einmal. Geben Sie es an niemanden weiter: Er würde damit in Ihrem Namen handeln.
    { $link }
mail-dashboard-subject = Anmeldung am Dashboard
mail-dashboard-body =
    Öffnen Sie dies innerhalb von { $minutes ->
        [one] einer Minute
       *[other] { $minutes } Minuten
    }, um sich anzumelden; es gilt einmal:

    { $code }

    Wenn Sie das nicht verlangt haben, tun Sie nichts, und geben Sie es an niemanden weiter: Er würde damit in Ihrem Namen handeln.
dash-skip = Zum Inhalt
dash-nav = Bereiche
dash-section-queue = Anfragen
dash-section-runs = Läufe
dash-section-workflows = Workflows
dash-section-stats = Statistik
dash-section-audit = Protokoll
dash-section-account = Konto
dash-sign-in = Anmelden
dash-sign-out = Abmelden
dash-signed-out = Sie sind abgemeldet.
dash-sign-in-how = Schreiben Sie dem Bot in Telegram oder Discord privat /dashboard: Er antwortet mit einem Link, der Sie anmeldet.
dash-address = Ihre E-Mail-Adresse
dash-mail-link = Link per Mail schicken
dash-link-sent = Wenn { $address } die Adresse eines Prüfers ist, ist ein Link dorthin unterwegs.
dash-link-old = Dieser Link wurde schon benutzt oder ist zu alt. Bitte verlangen Sie einen neuen.
dash-to-playground = Zum Playground
dash-to-queue = Zu den Anfragen
dash-enter = Als { $name } anmelden
dash-enter-note = Dieser Link gilt einmal. Wenn Sie jemand anderes sind, gehen Sie bitte nicht weiter.
dash-enter-button = Anmelden
dash-too-many = Zu viele Versuche. Bitte warten Sie eine Minute.
dash-missing = Diese Seite gibt es nicht, oder nicht für Sie.
dash-form-old = Dieses Formular stammt aus einer anderen Sitzung. Bitte laden Sie die Seite neu und versuchen Sie es noch einmal.
dash-operators-only = Diese Seite ist für Betreiber.
dash-offline = Keine Verbindung. Was Sie sehen, ist vielleicht veraltet.
dash-keys = Tasten
dash-key-j = die nächste Anfrage
dash-key-k = die vorige
dash-key-enter = öffnet sie
dash-key-a = genehmigt, nach einem Blick darauf
dash-key-r = lehnt ab, nach einem Blick darauf
dash-key-slash = sucht
dash-key-help = zeigt dies
dash-close = Schließen
dash-pages = Seiten
dash-earlier = Zurück
dash-later = Weiter
dash-actions = Aktionen
dash-sessions = Wo Sie angemeldet sind
dash-sessions-note = Beenden Sie, was Sie nicht kennen oder nicht mehr brauchen.
dash-session-agent = Browser
dash-session-this = (diese hier)
dash-session-since = Seit
dash-session-seen = Zuletzt benutzt
dash-session-ends = Endet
dash-session-end = Beenden
dash-session-ended = Diese Sitzung ist beendet.

## Dashboard: die Liste

dash-queue-title = Anfragen
dash-queue-lists = Listen
dash-queue-tab-waiting = Wartet auf Sie
dash-queue-tab-mine = Ihre
dash-queue-tab-unclaimed = Noch niemandes
dash-queue-tab-together = Gemeinsam entscheidbar
dash-queue-tab-all = Alle
dash-queue-search = Suchen
dash-queue-search-note = Anfänge von bis zu fünf Wörtern: aus Grund, Angaben, Namen, Betrag oder Kennung.
dash-queue-more = Weitere Filter
dash-queue-reset = Zurück zu allem, was auf Sie wartet
dash-queue-any = beliebig
dash-queue-field-q = Wörter
dash-queue-field-state = Stand
dash-queue-field-bot = Bot
dash-queue-field-team = Team
dash-queue-field-person = Person
dash-queue-field-min = Betrag von
dash-queue-field-max = Betrag bis
dash-queue-field-from = Eröffnet von
dash-queue-field-to = Eröffnet bis
dash-queue-field-mine = von Ihnen betreut
dash-queue-field-unclaimed = von niemandem betreut
dash-queue-field-bulk = gemeinsam entscheidbar
dash-queue-field-after = Seite
dash-queue-field-before = Seite
dash-queue-bad = { $field }: „{ $value }“ wird hier nicht verstanden und blieb unbeachtet.
dash-queue-state-open = Offen
dash-queue-state-all = Offen und abgeschlossen
dash-queue-state-closed = Abgeschlossen
dash-queue-state-approved = Genehmigt
dash-queue-state-rejected = Abgelehnt
dash-queue-state-chosen = Möglichkeit gewählt
dash-queue-state-timed_out = Zeit abgelaufen
dash-queue-state-cancelled = Zurückgezogen
dash-queue-state-retried = Wiederholt
dash-queue-state-confirmed = Bestätigt
dash-queue-state-stopped = Beendet
dash-queue-urgency-fine = In der Zeit
dash-queue-urgency-soon = Bald
dash-queue-urgency-late = Spät
dash-queue-urgency-overdue = Überfällig
dash-queue-urgency-paused = Wartet auf die Kundschaft
dash-queue-due = noch { $span }
dash-queue-due-since = seit { $span } überfällig
dash-queue-operators = Betreiber
dash-queue-asked = Wer gefragt ist
dash-queue-asks = für { $teams }
dash-queue-opened = Eröffnet
dash-queue-age = { $age } alt
dash-queue-time = Verbleibende Zeit
dash-queue-votes = Stimmen
dash-queue-ended = Entschieden
dash-queue-ended-by =
    { $by ->
        [none] { $at }
       *[other] { $by }, { $at }
    }
dash-queue-claim = Betreut
dash-queue-claimed = { $by } kümmert sich darum
dash-queue-take = Übernehmen
dash-queue-release = Freigeben
dash-queue-approve = Genehmigen …
dash-queue-reject = Ablehnen …
dash-queue-count =
    { $count ->
        [one] Eine Anfrage
       *[other] { $count } Anfragen
    }
dash-queue-more-than = Mehr als { $count } Anfragen
dash-queue-behind =
    { $count ->
        [one] Ein Eintrag des Protokolls fehlt
       *[other] { $count } Einträge des Protokolls fehlen
    } in dieser Liste noch{ $at ->
        [none] { "" }
       *[other] ; ihr Stand ist { $at }
    }. Was offen ist, wird ohne Filter in jedem Fall gezeigt.
dash-queue-none-waiting = Nichts wartet auf Sie.
dash-queue-none-mine = Sie kümmern sich zurzeit um keine Anfrage.
dash-queue-none-words = Keine Anfrage hat diese Wörter.
dash-queue-none-narrowed = Keine Anfrage passt zu diesen Filtern.
dash-queue-everywhere = Auch in abgeschlossenen Anfragen danach suchen
dash-bulk-pick = Anfrage { $id } auswählen
dash-bulk-all = Alle auf dieser Seite auswählen
dash-bulk-approve = Ausgewählte genehmigen …
dash-bulk-reject = Ausgewählte ablehnen …
dash-bulk-note = Was entschieden wird, sehen Sie vorher.
dash-bulk-empty = Bitte wählen Sie zuerst Anfragen aus.
dash-bulk-alone = Diese wird einzeln entschieden, auf ihrer eigenen Seite.
dash-bulk-unknown = Eine solche Anfrage gibt es hier für Sie nicht.
dash-bulk-title-approve =
    { $count ->
        [one] Eine Anfrage genehmigen
       *[other] { $count } Anfragen genehmigen
    }
dash-bulk-title-reject =
    { $count ->
        [one] Eine Anfrage ablehnen
       *[other] { $count } Anfragen ablehnen
    }
dash-bulk-sure = Noch ist nichts entschieden. Jede wird für sich entschieden, so wie Sie sie hier sehen.
dash-bulk-left = Was bleibt, wie es ist
dash-bulk-reason = Begründung für alle (kann leer bleiben)
dash-bulk-reason-must = Begründung für alle
dash-bulk-reason-needed = Bitte geben Sie eine Begründung an.
dash-bulk-back = Zurück zu den Anfragen
dash-bulk-told = Was aus jeder Anfrage geworden ist

## Dashboard: eine Anfrage

dash-handoff-title = Anfrage { $id }
dash-handoff-decide = Entscheiden
dash-handoff-due = fällig
dash-handoff-raw = Genau das wird gesendet
dash-handoff-reason = Grund
dash-handoff-sure = Ich habe es mir angesehen und bin sicher.
dash-handoff-sure-first = Bitte setzen Sie zuerst den Haken: Das kann niemand zurücknehmen. Es ist noch nichts geschehen.
dash-handoff-undo = Um { $at } geht es weiter; bis dahin lässt es sich rückgängig machen.
dash-handoff-seconds =
    { $count ->
        [one] noch eine Sekunde
       *[other] noch { $count } Sekunden
    }
dash-handoff-secret = Was auf der Karte verborgen ist
dash-handoff-draft = Was Sie geschrieben haben
dash-handoff-change-note = Wer schon abgestimmt hat, wird neu gefragt, denn es ist dann eine andere Anfrage.
dash-handoff-handle = Weitergeben oder aufschieben
dash-handoff-assign = Wer sich kümmert
dash-handoff-assign-button = Weitergeben
dash-handoff-put-off = Wieder erinnern nach
dash-handoff-put-off-button = Aufschieben
dash-talk = Gespräch
dash-talk-lines = Was gesagt wurde
dash-talk-nothing = Es wurde noch nichts gesagt, oder es ist gelöscht.
dash-talk-now = { $by } schreibt seit { $at } mit dem Kunden, über { $where }.
dash-talk-ends = Eine Entscheidung beendet hier auch das Gespräch mit dem Kunden.
dash-talk-leave = Kunden zurückgeben, ohne zu entscheiden
dash-talk-begun = Sie sprechen jetzt mit dem Kunden: Schreiben Sie unter dem Gespräch.
dash-talk-earlier =
    { $count ->
        [one] Eine frühere Zeile
       *[other] { $count } frühere Zeilen
    }
dash-talk-say = Ihre Nachricht an den Kunden
dash-talk-files = Dateien
dash-talk-send = An den Kunden senden
dash-talk-empty = Es gab nichts zu senden.
dash-talk-many-files = Bitte höchstens { $most } Dateien auf einmal. Es wurde nichts gesendet.
dash-talk-large = Das war zu groß zum Senden.
dash-talk-aside = Was mit // beginnt, ist nur für die anderen, und hier liest sonst niemand mit: Nutzen Sie die Kommentare weiter unten. Es wurde nichts gesendet.
dash-talk-elsewhere = Dieses Gespräch wird über { $where } geführt: Bitte schreiben Sie dort, oder fragen Sie den Kunden über die Schaltfläche. Es wurde nichts gesendet.
dash-talk-no-room = Das Gespräch wird noch eröffnet. Bitte versuchen Sie es gleich noch einmal; es wurde nichts gesendet.
dash-talk-on-its-way = Ihre Nachricht ist festgehalten und unterwegs.
dash-comments = Kommentare
dash-comments-note = Unter Prüfern: Kein Kunde liest sie je.
dash-comment = Ihr Kommentar
dash-comment-button = Kommentieren
dash-comment-empty = Es gab nichts festzuhalten.
dash-events = Was geschehen ist
dash-event-by-clock = Die Uhr
dash-event-by-engine = Der Bot
dash-event-because = { $text } Grund: { $reason }
dash-event-run-started = { $who } hat begonnen.
dash-event-run-done = Alles ist erledigt.
dash-event-run-cancelled = Es wurde abgebrochen.
dash-event-run-stopped = Von selbst geht es nicht weiter.
dash-event-run-held = Es wartet nach einer Wiederherstellung auf den Betrieb.
dash-event-run-resumed = { $who } hat es weitergehen lassen.
dash-event-proven = { $who } hat eine Adresse bestätigt.
dash-event-opened = Menschen wurden gefragt.
dash-event-seen = { $who } hat es sich angesehen.
dash-event-claimed = { $who } kümmert sich.
dash-event-released = { $who } hat es anderen überlassen.
dash-event-assigned = { $who } hat es an { $to } weitergegeben.
dash-event-put-off = { $who } hat es aufgeschoben.
dash-event-edited = { $who } hat { $field } geändert: { $before } → { $after }
dash-event-escalated = { $team } wurde auch gefragt.
dash-event-reminded = Es wurde erinnert.
dash-event-nudged = { $who } hat gefragt, wie es steht.
dash-event-asked = { $who } hat den Kunden etwas gefragt.
dash-event-answered = Der Kunde hat geantwortet.
dash-event-taken-over = { $who } spricht seitdem mit dem Kunden.
dash-event-talk-ended = { $who } hat den Kunden zurückgegeben.
dash-event-lapsed = Zu lange hat niemand etwas gesagt.
dash-event-commented = { $who } hat kommentiert.
dash-event-rejecting = { $who } will es ablehnen.
dash-event-confirming = { $who } will bestätigen, dass es geschehen ist.
dash-event-inquiring = { $who } will den Kunden etwas fragen.
dash-event-reopened = { $who } hat das zurückgenommen.
dash-event-approved = { $who } hat es freigegeben.
dash-event-chosen = { $who } hat entschieden: { $option }
dash-event-rejected = { $who } hat es abgelehnt.
dash-event-timed-out = Die Zeit war um.
dash-event-cancelled = { $who } hat es zurückgezogen.
dash-event-retried = { $who } hat es noch einmal versuchen lassen.
dash-event-confirmed = { $who } hat bestätigt, dass es geschehen ist.
dash-event-stopped = { $who } hat es gestoppt.
dash-event-vote = { $who } hat dafür gestimmt.
dash-event-objected = { $who } hat dagegen gestimmt.
dash-event-held = { $who } hat es freigegeben; eine Weile lässt es sich rückgängig machen.
dash-event-refused = { $who } durfte etwas nicht tun.
dash-event-revealed = { $who } hat sich Verborgenes zeigen lassen.
dash-event-file = { $who } hat eine Datei geöffnet.
dash-event-unconfirmed = Ein Tippen von { $who } hat nicht gezählt.
dash-event-mail-lost = Eine Mail darüber kam nicht an.
dash-event-called = { $tool } wird aufgerufen.
dash-event-call-done = { $tool } hat geantwortet.
dash-event-call-failed = { $tool } ist fehlgeschlagen.
dash-event-call-doubt = Niemand weiß, ob { $tool } es getan hat.
dash-event-other = { $event } ({ $who })
dash-way = Der Weg durch den Ablauf
dash-way-picture = Bild des Ablaufs
dash-way-alt = Der Ablauf mit dem Weg dieser Anfrage. Dasselbe steht darunter in Worten.
dash-way-passed = Es kam über:
dash-way-here = Es steht bei:
dash-way-ended = dem Ende
dash-way-approved = freigegeben
dash-way-rejected = abgelehnt

## Dashboard: Läufe und was nicht ging, wie es sollte

dash-runs-title = Läufe
dash-runs-nav = Läufe und was nicht ging, wie es sollte
dash-runs-nav-runs = Läufe
dash-runs-nav-doubts = Wartet auf einen Betreiber
dash-runs-nav-letters = Nicht zugestellt
dash-runs-states = Zustände
dash-runs-bot = Bot
dash-runs-any = alle
dash-runs-customer = Kunde
dash-runs-version = Version des Workflows
dash-runs-filter = Filtern
dash-runs-back = Zurück
dash-runs-empty = Hier sind keine Läufe.
dash-runs-bad-state = Diesen Zustand gibt es nicht: Hier stehen die offenen Läufe.
dash-runs-bad-customer = Ein Kunde wird als Kanal und Nummer geschrieben, etwa telegram:12345. Dieser Filter wurde weggelassen.
dash-runs-bad-version = Eine Version wird mit allen 64 Ziffern geschrieben. Dieser Filter wurde weggelassen.
dash-run = Lauf
dash-run-title = Lauf { $id }
dash-run-id = Nummer
dash-run-state = Zustand
dash-run-state-open = Offen
dash-run-state-ended = Beendet
dash-run-state-active = Unterwegs
dash-run-state-waiting = Wartet
dash-run-state-stopped = Angehalten
dash-run-state-held = In Prüfung
dash-run-state-done = Erledigt
dash-run-state-cancelled = Abgebrochen
dash-run-stands = Steht bei
dash-run-workflow = Workflow
dash-run-started = Begonnen
dash-run-silent = Still seit
dash-run-tokens = Wo er steht
dash-run-ended = Er ist beendet.
dash-run-to-request = die Anfrage
dash-run-asked = Anfragen
dash-run-request = Anfrage
dash-run-kind = Art
dash-run-node = Knoten
dash-run-opened = Seit
dash-run-calls = Werkzeugaufrufe
dash-run-variables = Variablen
dash-run-erased = Was sein Kunde gesagt hat, wurde gelöscht.
dash-run-name = Name
dash-run-value = Wert
dash-run-steps = Schritte
dash-run-record = Protokoll
dash-run-number = Nr.
dash-run-when = Wann
dash-run-who = Wer
dash-run-event = Was
dash-run-detail = Einzelheiten
dash-run-held = Die Datenbank wurde aus einer Sicherung wiederhergestellt. Nichts von diesem Lauf geht weiter, bevor ein Betreiber nachgesehen hat, was ohne ihn geschehen ist.
dash-run-resume = Weitergehen lassen
dash-run-resume-title = Lauf { $id } weitergehen lassen?
dash-run-resume-note = Er geht dort weiter, wo die Sicherung ihn gelassen hat, und tut vielleicht noch einmal, was seitdem getan wurde. Sehen Sie zuerst nach, was seine Werkzeuge getan haben. Hier steht er:
dash-run-resumed = Der Lauf geht weiter.
dash-run-not-held = Dieser Lauf ist nicht mehr in Prüfung. Es wurde nichts geändert.
dash-token-ready = geht weiter
dash-token-reply = wartet auf den Kunden
dash-token-decision = wartet auf eine Entscheidung
dash-token-operator = wartet auf einen Betreiber
dash-token-call = wartet auf ein Werkzeug
dash-token-try = ein Code wird geprüft
dash-token-code = ein Code wird gleich verschickt
dash-token-attempt = Versuch { $count }
dash-kind-approval = Genehmigung
dash-kind-failure = Fehler
dash-kind-doubt = Ungewisser Aufruf
dash-asked-pending = wartet
dash-asked-rejecting = wird abgelehnt
dash-asked-confirming = wird bestätigt
dash-asked-inquiring = eine Rückfrage wird geschrieben
dash-asked-settling = genehmigt, noch umkehrbar
dash-asked-approved = genehmigt
dash-asked-chosen = gewählt
dash-asked-rejected = abgelehnt
dash-asked-timed_out = Zeit abgelaufen
dash-asked-cancelled = abgebrochen
dash-asked-retried = wiederholt
dash-asked-confirmed = bestätigt
dash-asked-stopped = angehalten
dash-call-sent = Gesendet
dash-call-effect = Wiederholung
dash-call-attempt = Versuch
dash-call-key = Idempotenzschlüssel
dash-call-deadline = Vorbei bis
dash-call-ended = Beantwortet
dash-call-arguments = Argumente
dash-call-result = Was zurückkam
dash-call-open = noch keine Antwort
dash-call-returned = beantwortet
dash-call-refused = abgelehnt
dash-call-unknown = ungewiss
dash-effect-read = liest nur
dash-effect-keyed = unter ihrem Schlüssel gefahrlos
dash-effect-checkable = kann nachgesehen werden
dash-effect-once = darf nicht geschehen
dash-doubts-title = Wartet auf einen Betreiber
dash-doubts-empty = Nichts wartet auf einen Betreiber.
dash-doubt-decide = Anfrage { $id } entscheiden
dash-doubt-waits = Wartet seit
dash-doubt-from = Dass er nicht geschah, lässt sich sagen ab
dash-doubt-failure = Was schiefging
dash-letters-title = Nicht zugestellt
dash-letters-dead = Aufgegeben
dash-letters-empty = Alles wurde zugestellt.
dash-letters-troubled = Wird noch versucht
dash-letter-kind = Was
dash-letter-place = Für
dash-letter-ordered = Veranlasst
dash-letter-run = der Lauf
dash-letter-attempts = Versuche
dash-letter-why = Warum
dash-letter-trouble = Letzte Störung
dash-letter-next = Nächster Versuch
dash-letter-again = Noch einmal
dash-letter-retry = Noch einmal versuchen
dash-letter-retry-title = Die Zustellung noch einmal versuchen?
dash-letter-retry-note = Der Text wird neu verfasst, danach, wie die Anfrage dann steht, und geht vor allem anderen hinaus, was auf diesen Ort wartet. Das kommt ins Protokoll.
dash-letter-doubt = Vielleicht ist es trotzdem angekommen: Dann steht es dort zweimal.
dash-letter-retried = Es wird noch einmal zugestellt.
dash-letter-not-dead = Das kann nicht noch einmal versucht werden, oder es wird schon versucht. Es wurde nichts geändert.
dash-letter-erased = Der Inhalt wurde gelöscht, als die Zustellung aufgegeben wurde; er kann nicht noch einmal gesendet werden.
dash-letter-over = Wozu es gehörte, ist vorbei; es wird nicht noch einmal gesendet.
dash-letter-kind-text = Nachricht
dash-letter-kind-mail = Mail
dash-letter-kind-card = Karte
dash-letter-kind-edit = Änderung einer Karte
dash-letter-kind-files = Dateien
dash-letter-kind-status = Stand für einen Kunden
dash-letter-kind-restatus = Änderung eines Stands
dash-letter-kind-room = Raum eines Gesprächs
dash-letter-kind-close = Ende eines Gesprächsraums
dash-letter-kind-relay = Nachricht eines Gesprächs

## Dashboard: Workflows

dash-workflows-title = Workflows
dash-workflow-count = Knoten
dash-workflow-file = Datei
dash-workflow-open-runs = Offene Läufe
dash-workflow-fine = Es wurde nichts gefunden.
dash-workflow-errors = { $count ->
    [one] { $count } Fehler
   *[other] { $count } Fehler
}
dash-workflow-warnings = { $count ->
    [one] { $count } Warnung
   *[other] { $count } Warnungen
}
dash-workflow-notes = { $count ->
    [one] { $count } Hinweis
   *[other] { $count } Hinweise
}
dash-workflow-changed = Die Datei hat sich geändert: Laden Sie sie neu.
dash-workflow-broken = Die Datei hat Fehler und kann nicht geladen werden. Neue Läufe beginnen mit der zuletzt geladenen Version.
dash-workflow-old = Damit beginnen neue Läufe nicht.
dash-workflow-to-current = Zur aktuellen Version
dash-workflow-picture = Bild
dash-workflow-alt = Bild des Workflows { $name }; seine Knoten und Wege stehen darunter als Liste.
dash-workflow-no-picture = Dieser Workflow ist zu groß für ein Bild.
dash-workflow-nodes = { $count ->
    [one] { $count } Knoten, als Liste
   *[other] { $count } Knoten, als Liste
}
dash-workflow-findings = Was in der Datei gefunden wurde
dash-workflow-versions = Versionen mit offenen Läufen
dash-workflow-current = (aktuell)
dash-workflow-version-runs = { $count ->
    [one] { $count } offener Lauf
   *[other] { $count } offene Läufe
}
dash-workflow-runs = Seine Läufe
dash-workflow-text = Der Text der Datei
dash-workflow-show-text = Zeigen
dash-workflow-reload = Datei neu laden
dash-workflow-reload-title = Den Workflow von { $bot } neu laden?
dash-workflow-reload-note = Neue Läufe beginnen mit der Datei, wie sie jetzt ist. Offene Läufe enden auf der Version, mit der sie begonnen haben. Das kommt ins Protokoll.
dash-workflow-reload-same = Neue Läufe beginnen schon mit dieser Datei.
dash-check-title = Eine Workflow-Datei prüfen
dash-check-note = Die Datei wird geprüft, wie „assent check“ es tut. Sie wird nicht aufbewahrt, und nichts daraus wird ausgeführt.
dash-check-file = Workflow-Datei (JSON, höchstens 1 MB); Sie können sie auch hier ablegen
dash-check = Prüfen
dash-check-found = Was in { $name } gefunden wurde
dash-check-no-file = Bitte wählen Sie eine Datei, die nicht leer ist.
dash-check-too-large = Diese Datei ist größer als 1 MB.
dash-simulate = Simulieren
dash-simulate-title = Eine Geschichte mit { $bot } spielen
dash-simulate-note = Die Geschichte wird mit der Datei des Workflows gespielt, wie sie jetzt ist, in einem eigenen Prozess, mit leerer Datenbank und auf dem Playground: Kein Kunde und kein Prüfer erfährt davon.
dash-simulate-servers = Diese Werkzeug-Server werden dafür gestartet, und was sie dabei tun, tun sie wirklich: { $servers }.
dash-simulate-remote = Diese Konfiguration hat entfernte Werkzeug-Server, die eine Simulation nicht aufruft: { $servers }. Nutzen Sie „assent simulate“ mit einer eigenen Konfiguration.
dash-simulate-changing = Dieser Workflow ruft Werkzeuge auf, die etwas verändern können, und wer eine Geschichte spielt, entscheidet darin für alle: { $tools }. Schreiben Sie „rehearse = true“ zu ihrem Server, wenn das nichts anrichtet, oder nutzen Sie „assent simulate“ mit einer eigenen Konfiguration, deren Werkzeuge zum Testen da sind.
dash-simulate-busy = Gerade wird eine andere Geschichte gespielt. Bitte versuchen Sie es in einer Minute noch einmal.
dash-simulate-too-long = Diese Geschichte ist zu lang: höchstens 500 Zeilen und 64 kB.
dash-simulate-empty = Bitte schreiben Sie eine Geschichte.
dash-simulate-stories = Geschichten neben der Datei
dash-simulate-take = Nehmen
dash-simulate-story = Geschichte
dash-simulate-play = Spielen
dash-simulate-result = Was daraus wurde
dash-simulate-ok = ok
dash-simulate-failed = nicht gesehen
dash-simulate-left = nicht erreicht
dash-simulate-nothing = Stattdessen war nichts zu sehen.
dash-simulate-fine = Jede Zeile traf ein.
dash-simulate-no = Zeile { $line } traf nicht ein.
dash-simulate-late = Sie war nach einer Minute nicht zu Ende und wurde beendet.
dash-simulate-refused = Sie konnte nicht gespielt werden. { $why }

## Dashboard: Statistik

dash-stats-title = Statistik
dash-stats-intro = Anfragen, die in diesem Zeitraum eröffnet wurden, nach ihrem heutigen Stand; was wartet, zählt unabhängig davon, wann es eröffnet wurde.
dash-stats-intro-yours = Sie sehen Freigaben der Teams, für die Sie entscheiden.
dash-stats-period = Von { $since } bis { $until }
dash-stats-period-bad = Dieser Zeitraum war nicht zu verstehen: Hier stehen die letzten { $count } Tage.
dash-stats-not-yours = Einen solchen Bot oder ein solches Team gibt es hier für Sie nicht: Gezählt sind alle Ihre.
dash-stats-cut-times = Die Zeiten sind die der neuesten { $count } geschlossenen Anfragen dieses Zeitraums.
dash-stats-cut-events = Was zwischendurch geschah, ist in den neuesten { $count } Zeilen des Protokolls gezählt, zurück bis { $since }.
dash-stats-filter = Was gezählt wird
dash-stats-days =
    { $count ->
        [one] Letzter Tag
       *[other] Letzte { $count } Tage
    }
dash-stats-days-label = Zeitraum
dash-stats-from = Von
dash-stats-to = Bis einschließlich
dash-stats-bot = Bot
dash-stats-team = Team
dash-stats-all = Alle
dash-stats-show = Anzeigen
dash-stats-as-table = Als Tabelle
dash-stats-as-file = Als Datei (CSV): { $title }
dash-stats-file = CSV
dash-stats-chart = Balken. { $title }: { $values }.
dash-stats-chart-most = Balken. { $title }: insgesamt { $count }, der höchste ist { $label } mit { $text }. Die Tabelle darunter nennt jeden.
dash-stats-empty = In diesem Zeitraum ist nichts zu zählen.
dash-stats-everybody = Alle zusammen
dash-stats-members-note = Hier stehen Ihre eigenen Zahlen und die aller zusammen. Die der anderen sehen nur Operatoren: Diese Zahlen sollen zeigen, wo Anfragen warten, und nicht dazu dienen, dass Kolleginnen und Kollegen einander vergleichen.
dash-stats-percent = { $count } %
dash-stats-younger = Bis { $span }
dash-stats-older = Mehr als { $span }
dash-stats-fact-opened = Eröffnet
dash-stats-fact-closed = Geschlossen
dash-stats-fact-waiting = Jetzt offen
dash-stats-fact-rate = Genehmigt, von allem Genehmigten oder Abgelehnten
dash-stats-fact-half = Die Hälfte der Entscheidungen dauerte höchstens
dash-stats-fact-most = Neun von zehn dauerten höchstens
dash-stats-fact-timed-out = Nicht rechtzeitig entschieden
dash-stats-became-approved = Genehmigt
dash-stats-became-chosen = Ausgewählt
dash-stats-became-rejected = Abgelehnt
dash-stats-became-timed_out = Abgelaufen
dash-stats-became-cancelled = Zurückgezogen
dash-stats-became-retried = Wiederholt
dash-stats-became-confirmed = Bestätigt
dash-stats-became-stopped = Beendet
dash-stats-became-open = Offen
dash-stats-event-escalated = Eskaliert
dash-stats-event-edited = Ein Wert wurde geändert
dash-stats-event-inquire = Der Kunde wurde etwas gefragt
dash-stats-event-take_over = Ein Mensch übernahm das Gespräch
dash-stats-table-outcomes = Was aus ihnen wurde
dash-stats-table-backlog = Wie viele wann warteten
dash-stats-table-ages = Wie lange die offenen schon warten
dash-stats-table-hours = Nach der Stunde, zu der sie eröffnet wurden
dash-stats-table-teams = Nach Team: wie lange Entscheidungen dauerten
dash-stats-table-people = Nach Person
dash-stats-table-nodes = Nach Schritt des Workflows
dash-stats-table-events = Was geschah, während sie warteten
dash-stats-column-state = Ergebnis
dash-stats-column-count = Anfragen
dash-stats-column-share = Anteil
dash-stats-column-at = Am
dash-stats-column-waiting = Offen
dash-stats-column-age = Wartet seit
dash-stats-column-hour = Stunde
dash-stats-column-opened = Eröffnet
dash-stats-column-team = Team
dash-stats-column-person = Person
dash-stats-column-bot = Bot
dash-stats-column-node = Schritt
dash-stats-column-event = Ereignis
dash-stats-column-times = Wie oft
dash-stats-column-requests = Anfragen
dash-stats-column-decided = Entschieden
dash-stats-column-agreed = Genehmigt
dash-stats-column-rejected = Abgelehnt
dash-stats-column-rate = Anteil genehmigt
dash-stats-column-half = Die Hälfte höchstens
dash-stats-column-most = Neun von zehn höchstens

## Dashboard: das Protokoll

dash-audit-title = Protokoll
dash-audit-intro = Was wann und durch wen geschah, das Neueste zuerst. Jede Zeile enthält den Hash der vorigen: Was später geändert wird, fällt auf.
dash-audit-filter = Was gezeigt wird
dash-audit-event = Ereignis
dash-audit-subject = Worüber (eine Id oder ihr Anfang)
dash-audit-actor = Wer (eine Person oder ein Konto)
dash-audit-from = Von
dash-audit-to = Bis einschließlich
dash-audit-show = Anzeigen
dash-audit-everything = Alles zeigen
dash-audit-bad = Ein Teil dieser Adresse war nicht zu verstehen und bleibt hier weg.
dash-audit-rows = Zeilen des Protokolls
dash-audit-number = Nr.
dash-audit-at = Wann
dash-audit-who = Wer
dash-audit-about = Worüber
dash-audit-detail = Einzelheiten
dash-audit-hash = Hash
dash-audit-more = Zeigen
dash-audit-detail-of = Einzelheiten der Zeile { $number }
dash-audit-empty = Eine solche Zeile gibt es nicht.
dash-audit-empty-here = Bis zurück zu { $at } wurde keine solche Zeile gefunden.
dash-audit-reached = Durchsucht bis zurück zu { $at }.
dash-audit-further = Weiter zurück suchen
dash-audit-older = Ältere
dash-audit-newest = Zu den neuesten
dash-audit-engine = Assent
dash-audit-clock = Die Uhr
dash-audit-customer = Der Kunde
dash-audit-chain = Ist das Protokoll vollständig?
dash-audit-verify = Die ganze Kette prüfen
dash-audit-verify-note = Jede Zeile wird im Hintergrund gelesen und nachgerechnet. Dass geprüft wurde, kommt ins Protokoll.
dash-audit-begun = Die Prüfung hat begonnen.
dash-audit-joined = Es wird bereits geprüft: Das Ergebnis gilt auch für Sie.
dash-audit-checking = Geprüft: { $checked } von { $whole } Zeilen.
dash-audit-again = Erneut nachsehen
dash-audit-checked-at = Geprüft um { $at }:
dash-audit-whole =
    { $count ->
        [one] Das Protokoll ist vollständig: eine Zeile, Kopf { $head }
       *[other] Das Protokoll ist vollständig: { $count } Zeilen, Kopf { $head }
    }
dash-audit-flaw-missing =
    { $last ->
        [none] Zeile { $first } fehlt.
       *[other] Die Zeilen { $first } bis { $last } fehlen.
    }
dash-audit-flaw-changed = Zeile { $first } ist nicht, wie sie geschrieben wurde: Sie wurde geändert, verschoben oder später eingefügt.
dash-audit-flaw-cut = Das Ende wurde abgeschnitten: Zeile { $first } und was danach kam, fehlt.
dash-audit-flaw-rewritten = Zeile { $first } ist nicht das Ende, an das sich das Protokoll erinnert: Zeilen wurden eingefügt oder neu geschrieben.
dash-audit-unfinished = Die Prüfung ließ sich nicht beenden, da die Datenbank nicht zu lesen war. Bitte versuchen Sie es erneut.
dash-audit-files = Eine Kopie dessen, was hier gezeigt wird, das Älteste zuerst:
dash-audit-file-csv = Als Tabelle (CSV)
dash-audit-file-jsonl = Als Zeilen in JSON (JSONL)
dash-fact-handoff-opened-approval = Eine Entscheidung ist gefragt
dash-fact-handoff-opened-failure = Operatoren sind nach einem Fehler gefragt
dash-fact-handoff-opened-doubt = Operatoren sind zu einem ungewissen Aufruf gefragt
dash-fact-handoff-pending = Wartet wieder auf eine Entscheidung
dash-fact-handoff-rejecting = Vor der Ablehnung: ein Grund ist gefragt
dash-fact-handoff-confirming = Vor der Bestätigung: ein Beleg ist gefragt
dash-fact-handoff-inquiring = Vor einer Frage an den Kunden
dash-fact-handoff-settling = Genehmigt, noch widerrufbar
dash-fact-handoff-approved = Genehmigt
dash-fact-handoff-chosen = Eine Möglichkeit wurde gewählt
dash-fact-handoff-rejected = Abgelehnt
dash-fact-handoff-timed_out = Geschlossen: nicht rechtzeitig entschieden
dash-fact-handoff-cancelled = Zurückgezogen
dash-fact-handoff-retried = Wiederholt
dash-fact-handoff-confirmed = Bestätigt
dash-fact-handoff-stopped = Beendet
dash-fact-handoff-vote = Eine Stimme dafür
dash-fact-handoff-object = Eine Stimme dagegen
dash-fact-handoff-claim = Jemand kümmert sich darum
dash-fact-handoff-release = Niemand kümmert sich mehr darum
dash-fact-handoff-assign = Jemandem zugewiesen
dash-fact-handoff-snooze = Zurückgestellt
dash-fact-handoff-escalated = Andere sind auch gefragt
dash-fact-handoff-reminded = Menschen wurden erinnert
dash-fact-handoff-edited = Ein Wert wurde geändert
dash-fact-handoff-see = Zum ersten Mal angesehen
dash-fact-handoff-nudge = Der Kunde fragte nach dem Stand
dash-fact-handoff-inquire = Der Kunde wurde etwas gefragt
dash-fact-handoff-answer = Der Kunde hat geantwortet
dash-fact-handoff-take_over = Ein Mensch spricht mit dem Kunden
dash-fact-handoff-speak = Dem Kunden wurde etwas gesagt
dash-fact-handoff-end_talk = Das Gespräch wurde beendet
dash-fact-handoff-lapse = Lange genug auf den Kunden gewartet
dash-fact-decision-refused = Eine Entscheidung wurde verweigert
dash-fact-command-refused = Ein Befehl oder eine Seite wurde verweigert
dash-fact-tap-unconfirmed = Ein Tippen zählte nicht
dash-fact-secret-revealed = Verborgene Werte wurden gezeigt
dash-fact-file-opened = Eine Datei wurde geöffnet
dash-fact-mail-lost = Eine Mail kam nicht an
dash-fact-run-started = Ein Lauf begann
dash-fact-run-stopped = Ein Lauf hielt an: Operatoren sind gefragt
dash-fact-run-done = Ein Lauf endete
dash-fact-run-cancelled = Ein Lauf wurde zurückgezogen
dash-fact-run-held = Ein Lauf ist nach einer Wiederherstellung angehalten
dash-fact-run-resumed = Ein angehaltener Lauf geht weiter
dash-fact-identity-proven = Ein Kunde hat seine Adresse nachgewiesen
dash-fact-tool-intended = Ein Aufruf steht bevor
dash-fact-tool-returned = Ein Aufruf kam zurück
dash-fact-tool-refused = Ein Aufruf wurde abgelehnt
dash-fact-tool-unknown = Wie ein Aufruf endete, ist unbekannt
dash-fact-place-code = Ein Code zum Binden eines Ortes wurde erzeugt
dash-fact-place-bound = Ein Ort wurde an ein Team gebunden
dash-fact-place-unbound = Ein Ort wurde von einem Team gelöst
dash-fact-place-refused = Ein Ort wurde nicht gebunden
dash-fact-link-code = Ein Code zum Verbinden eines Kontos wurde erzeugt
dash-fact-link-joined = Ein Konto wurde verbunden
dash-fact-link-parted = Ein Konto wurde getrennt
dash-fact-link-refused = Ein Konto wurde nicht verbunden
dash-fact-person-away = Jemand ist abwesend
dash-fact-person-back = Jemand ist zurück
dash-fact-notify-muted = Ein Kanal wurde stummgeschaltet
dash-fact-notify-unmuted = Ein Kanal ist wieder zu hören
dash-fact-customer-forget_asked = Ein Kunde bat darum, vergessen zu werden
dash-fact-customer-forgotten = Ein Kunde wurde vergessen
dash-fact-workflow-reloaded = Ein Workflow wurde neu geladen
dash-fact-process-started = Assent wurde gestartet
dash-fact-restore-began = Eine Wiederherstellung wird geprüft
dash-fact-restore-ended = Die Prüfung einer Wiederherstellung ist beendet
dash-fact-handoff-commented = Ein Prüfer hat etwas angemerkt
dash-fact-effect-retried = Nicht Zugestelltes wird noch einmal versucht
dash-fact-token-made = Ein Schlüssel für ein Programm wurde gemacht
dash-fact-token-ended = Ein Schlüssel für ein Programm wurde zurückgenommen
dash-fact-webhook-added = Ein Webhook wurde hinzugefügt
dash-fact-webhook-renewed = Ein Webhook hat ein neues Geheimnis
dash-fact-webhook-ended = Ein Webhook wurde beendet
dash-fact-workflow-simulated = Eine Geschichte wurde gespielt
dash-fact-dashboard-link = Ein Link zum Dashboard wurde ausgegeben
dash-fact-dashboard-signed_in = Jemand hat sich angemeldet
dash-fact-dashboard-signed_out = Jemand hat sich abgemeldet
dash-fact-audit-verified = Die Kette des Protokolls wurde geprüft
dash-fact-audit-exported = Eine Kopie des Protokolls wurde genommen

## Dashboard: Schlüssel für Programme und Webhooks

dash-tokens-title = Schlüssel für Programme
dash-tokens-link = Schlüssel für Ihre Programme
dash-tokens-note = Ein Programm mit einem Schlüssel sieht und tut über die Schnittstelle, was Sie in diesem Augenblick dürfen, und nie mehr.
dash-tokens-document = Was die Schnittstelle kann (OpenAPI)
dash-tokens-made = Ihr neuer Schlüssel
dash-tokens-once = Kopieren Sie ihn jetzt: Er wird nur dieses eine Mal gezeigt, und niemand kann ihn noch einmal zeigen.
dash-tokens-new = Einen Schlüssel anlegen
dash-tokens-name = Name
dash-tokens-scopes = Darf
dash-tokens-scope-read = read: Anfragen, Gespräche und Zahlen sehen
dash-tokens-scope-decide = decide: genehmigen, ablehnen und was Sie sonst mit Anfragen tun dürfen
dash-tokens-scope-operate = operate: Läufe und das Protokoll sehen und sich um Fehler kümmern
dash-tokens-days = Gilt
dash-tokens-for-days = { $days } Tage
dash-tokens-never-read = bis Sie ihn beenden (nur zum Lesen)
dash-tokens-make = Schlüssel anlegen
dash-tokens-yours = Ihre Schlüssel
dash-tokens-no-keys = Sie haben keine Schlüssel.
dash-tokens-never = nie
dash-tokens-end = Beenden
dash-tokens-end-named = { $name } beenden
dash-tokens-ended = Dieser Schlüssel ist beendet.
dash-tokens-incomplete = Bitte geben Sie dem Schlüssel einen Namen und sagen Sie, wie lange er gilt.
dash-tokens-not-such = Bitte wählen Sie, was der Schlüssel darf. Einer, der mehr darf als lesen, muss von selbst enden.
dash-tokens-too-many = Sie haben zu viele Schlüssel. Bitte beenden Sie zuerst einen.

dash-webhooks-title = Webhooks
dash-webhooks-note = Eine Adresse erfährt durch einen signierten Aufruf, wenn eine Anfrage gestellt wird, entschieden ist oder abläuft; nichts, was ein Kunde gesagt hat, steht darin.
dash-webhooks-secret = Das Geheimnis
dash-webhooks-once = Kopieren Sie es jetzt: Es wird nur dieses eine Mal gezeigt. Aufrufe werden damit so signiert, wie „Standard Webhooks“ es beschreibt; ein früheres Geheimnis signiert noch einen Tag lang mit.
dash-webhooks-new = Eine Adresse hinzufügen
dash-webhooks-url = Adresse
dash-webhooks-events = Erfährt von
dash-webhooks-bot = Bot
dash-webhooks-every-bot = jeder Bot
dash-webhooks-add = Hinzufügen
dash-webhooks-ping = Probe senden
dash-webhooks-renew = Neues Geheimnis anlegen
dash-webhooks-end = Entfernen
dash-webhooks-again = Noch einmal senden
dash-webhooks-ended = Die Adresse ist entfernt.
dash-webhooks-pinged = Eine Probe ist unterwegs.
dash-webhooks-again-done = Es wird noch einmal gesendet.
dash-webhooks-calls = Aufrufe an { $url }
dash-webhooks-event = Ereignis
dash-webhooks-state = Stand
dash-webhooks-outcome = Letzte Antwort
dash-webhooks-tries = Versuche
dash-webhooks-at = Wann
dash-webhooks-no-hooks = Keine Adresse erfährt von etwas.
dash-webhooks-state-new = steht aus
dash-webhooks-state-done = zugestellt
dash-webhooks-state-dead = aufgegeben
dash-webhooks-why-timeout = keine Antwort in der Zeit
dash-webhooks-why-unreachable = nicht erreicht
dash-webhooks-why-forbidden = diese Adresse darf nicht aufgerufen werden
dash-webhooks-why-sealed = das Geheimnis ist hier nicht lesbar: Bitte legen Sie ein neues an
dash-webhooks-unfit-unreadable = Das ist keine Adresse, die aufgerufen werden kann.
dash-webhooks-unfit-secure = Bitte nehmen Sie eine Adresse, die mit https:// beginnt.
dash-webhooks-unfit-forbidden = Adressen dieser Maschine und ihrer eigenen Netze werden nur aufgerufen, wenn web.webhooks_to sie nennt.
dash-webhooks-unfit-incomplete = Bitte wählen Sie mindestens ein Ereignis und einen der Bots.
dash-webhooks-unfit-too-many = Es gibt zu viele Adressen. Bitte entfernen Sie zuerst eine.

## Dashboard: das Ende
