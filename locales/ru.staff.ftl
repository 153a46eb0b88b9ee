### Всё, что видят сотрудники.

## Доска
board-head = <b>{ $queue }</b> · ждут: { $count }
board-empty = <b>{ $queue }</b> · никто не ждёт
board-line = { $mark } <b>№{ $number }</b> { $topic } · { $waiting } · { $certainty }
board-no-words = без слов
board-more = …и ещё { $count }
board-work = В работе: { $taken } · ждём покупателя: { $pending }
board-closed = Сейчас нерабочие часы.
button-take = Взять №{ $number }
button-take-oldest = Взять самое давнее
button-refresh = 🔄 Обновить
certainty-sure = точно
certainty-likely = вероятно
certainty-guess = догадка
certainty-asking = уточняем
certainty-unclear = неясно
certainty-staff = указал сотрудник
lines-empty = В ваших очередях никто не ждёт 🎉

## Свои обращения
hand-empty = У вас сейчас нет обращений в работе. Кто ждёт — покажет /queue.
hand-head = <b>У вас в работе: { $count }</b>
hand-line = { $mark } <b>№{ $number }</b> { $name } · { $topic } · { $state }{ $place }
hand-awaits = ждёт вашего ответа
hand-topic = в тему →

## Карточка обращения
ticket-head =
    <b>№{ $number } · { $topic }</b>
    { $queue } · { $state } · { $agent }
ticket-customer = 👤 { $name } · { $username } · { $spoken } · прежних обращений: { $earlier } · { $reach }
ticket-why = 🧭 { $certainty }: { $runners }. Слова: { $words }
ticket-nearest = Похоже на: «{ $text }»
ticket-matters = ⚠️ Вопросов, похоже, несколько: { $topics }. Ответьте, пожалуйста, на все.
why-no-words = 🧭 Слов в сообщении не было
how-topic = <i>Пишите прямо здесь — покупатель получит. Заметка для своих: // текст</i>
how-private = <i>Чтобы написать покупателю, ответьте на любое сообщение этого обращения. Заметка для своих: // текст</i>
language-ru = русский
language-en = английский
reach-yes = на связи
reach-no = ⛔ заблокировал бота
reach-banned = 🚫 доступ закрыт
state-asking = уточняем тему
state-open = ждёт
state-taken = в работе
state-pending = ждём покупателя
state-resolved = решено
state-spam = спам
reply-waiting = ⏳ ответ от { $clock } отправляется
reply-delivered = ✓ ответ от { $clock } доставлен
reply-blocked = ⛔ ответ от { $clock } не доставлен: бот заблокирован
reply-unsure = ❓ ответ от { $clock }: неизвестно, дошёл ли
reply-failed = ⚠️ ответ от { $clock } не доставлен: Telegram его не принял
reply-unsent = 🗑 ответ от { $clock } отозван
button-resolve = ✅ Решено
button-pending = ⏸ Ждём покупателя
button-resume = ▶️ Снова в работу
button-topic = Тема
button-transfer = Передать
button-card = Покупатель
button-callin = Подозвать коллегу
button-ban = Спам
button-unban = Вернуть доступ
button-reopen = ↩️ Открыть снова
button-drop = Не нужно
late-answer = Обращение уже закрыто, но ваше сообщение покупатель получит. Если разговор продолжается, откройте его снова.

## Карточка покупателя
customer-head =
    👤 <b>{ $name }</b> · { $username } · { $spoken } · { $reach }
    Телефон: { $phone }
    С нами: { $since }
customer-tickets = <b>Обращений: { $count }</b>
customer-ticket = №{ $number } { $topic } · { $opened } · { $state }{ $rating }
customer-unsolved = вопрос не решён
last-customer = Последнее слово — покупателя, { $when }: «{ $text }»
last-staff = Последнее слово — наше, { $when }: «{ $text }»

## Что доходит до покупателя
delivery-blocked = ⛔ №{ $number }: ответ не доставлен, покупатель заблокировал бота.
delivery-unsure = ❓ №{ $number }: Telegram не подтвердил ответ. Возможно, он дошёл. Отправить ещё раз?
delivery-failed = ⚠️ №{ $number }: Telegram не принял ответ, покупатель его не видит. Попробуйте отправить иначе.
button-again = Отправить ещё раз
button-arrived = Он дошёл
settled-already = С этим ответом уже разобрались.
name-line = <b>{ $name }:</b>
note-line = 📝 <b>{ $name }:</b>
cannot-copy = ↪️ Пришло: { $kind }. Telegram не даёт это переслать или оригинал уже удалён.
cannot-send = Такое сообщение Telegram не даёт передать, покупателю ничего не ушло. Отправьте текстом, фото или файлом.
edited-mark = <i>✏️ изменено</i>
edit-stays-inside = Правка начинается с «/», поэтому покупателю не ушла: он видит прежний текст. Чтобы забрать ответ, ответьте на него командой /unsend.
edit-file-stays = Заменить вложение у покупателя Telegram не даёт: новое покупатель не увидел. Отправьте его отдельным сообщением.
already-sent = Это сообщение уже отправлено.
customer-unreachable = Покупатель заблокировал бота: сообщение не отправлено.
customer-banned = Доступ этого покупателя закрыт: сообщение не отправлено. Вернуть доступ можно в карточке — /card.
unsent = 🗑 Забрали: покупатель этого больше не видит.
unsend-how = Ответьте командой /unsend на своё сообщение покупателю — и я удалю его у покупателя (в течение 48 часов).
unsend-not-yours = Забрать можно только своё сообщение.
unsent-already = Это сообщение вы уже забрали.
unsend-late = ⚠️ Забрать уже не получится: прошло больше 48 часов, и Telegram не даёт удалить сообщение. Покупатель его по-прежнему видит.
unsend-on-its-way = Ответ как раз отправляется. Повторите /unsend через пару секунд.
unsend-never = До покупателя это сообщение не дошло, забирать нечего.
unsend-failed = ⚠️ Telegram не дал удалить сообщение: покупатель его всё ещё видит.
kind-text = текст
kind-photo = фото
kind-video = видео
kind-animation = гифка
kind-document = файл
kind-audio = аудиозапись
kind-voice = голосовое сообщение
kind-video_note = видеосообщение
kind-sticker = стикер
kind-location = место на карте
kind-venue = место на карте
kind-contact = контакт
kind-poll = опрос
kind-dice = кубик
kind-game = игра
kind-story = история
kind-invoice = счёт
kind-giveaway = розыгрыш
kind-giveaway_winners = итоги розыгрыша
kind-paid_media = платные фото или видео
kind-checklist = список дел
kind-unknown = сообщение

## Взять
toast-taken-topic = Обращение ваше. Его тема открывается в группе.
toast-taken-private = Обращение ваше. Разговор открыт в личной переписке с ботом.
take-how = Напишите номер обращения. Например: /take 12
queue-empty = В этой очереди никто не ждёт.
already-taken = №{ $number } уже ведёт { $name }.
already-yours = №{ $number } уже у вас.
already-resolved = №{ $number } уже решено.
already-pending = №{ $number } и так ждёт ответа покупателя.
not-your-queue = Это обращение другой очереди. Если нужно помочь, попросите коллег передать его или подозвать вас.
start-first = Сначала откройте личную переписку со мной и нажмите «Старт»: разговор с покупателем пойдёт там. Потом возьмите обращение ещё раз.
no-topic = В группе мне не хватает права «Управление темами», поэтому разговор по №{ $number } — здесь, в личной переписке.

## Состояния
toast-resolve = Отмечено как решённое
toast-pending = Ждём ответа покупателя
toast-resume = Снова в работе
toast-reopen = Обращение снова открыто
toast-fresh = Обновили
toast-sent = Отправляем
toast-again = Отправляем ещё раз
toast-arrived = Хорошо, считаем доставленным
take-first = №{ $number } ещё никто не взял. Сначала возьмите его: /take { $number }
not-pending = №{ $number } сейчас не ждёт покупателя.
not-resolved = №{ $number } не закрыто, открывать нечего.

## Передать, изменить тему, подозвать
transfer-ask = Куда передать №{ $number }? Можно в очередь или сразу коллеге, который на смене.
topic-ask = О чём №{ $number } на самом деле? Ваш выбор поможет мне учиться.
callin-ask = Кого подозвать к №{ $number }? Коллега увидит весь разговор у себя и тоже сможет отвечать.
choice-line = • <code>{ $name }</code> — { $title }
no-such-queue =
    Такой очереди нет. Вот какие есть:
    { $queues }
    Например: <code>/transfer care</code>
no-such-topic =
    Такой темы нет. Вот какие есть:
    { $topics }
    Например: <code>/topic delivery</code>
same-queue = №{ $number } и так в очереди «{ $queue }».
already-has = №{ $number } и так ведёт { $name }.
already-here = { $name } и так видит этот разговор.
colleague-unreachable = { $name } не сможет прочитать: бот у коллеги не запущен.
nobody-to-call = Сейчас на смене больше никого нет.
moved-to = №{ $number } → { $to }. Весь разговор и заметки переданы вместе с ним.
handed-over = 🤝 { $name } передаёт вам №{ $number }.
called-in = 👋 { $name } зовёт вас в разговор по №{ $number }. Ниже — всё, что было; отвечайте на эти сообщения, и ответ получит покупатель. Для своих: // текст
call-in-done = { $name } теперь видит разговор и может отвечать.
move-offer = По новой теме отвечает очередь «{ $queue }». Передать?
button-move = Передать
button-stay = Оставить здесь
toast-moved = Передано
toast-called = Позвали
toast-topic = Тема изменена

## Спам
ban-ask = Закрыть доступ: { $name }? Бот перестанет принимать сообщения этого человека, а №{ $number } и другие его обращения закроются как спам.
button-ban-yes = Да, закрыть доступ
ban-done = 🚫 Доступ закрыт: { $name }. Вернуть можно в карточке покупателя.
unban-done = { $name } снова может писать.
already-banned = Доступ уже закрыт: { $name }.
not-banned = Доступ не закрыт: { $name }.
toast-banned = Доступ закрыт
toast-unbanned = Доступ возвращён

## Команды
needs-ticket = Скажите, о каком обращении речь: напишите команду в его теме, ответом на его сообщение или с номером. Например: { $example }
note-how = Заметку пишут в теме обращения, ответом на его сообщение или с номером. Например: /note 12 просил звонить после шести
note-empty = Добавьте текст. Например: // просил звонить после шести
unknown-staff-command = Такой команды нет, и покупателю ничего не ушло: сообщения, которые начинаются с «/», остаются внутри. Все команды: /help
which-ticket = Какому покупателю отправить это сообщение?
reply-how = Я отправляю покупателю только ответы на сообщения обращений, а в работе у вас сейчас ничего нет. Кто ждёт — покажет /queue. Написать в магазин самому: /help → «Писать как покупатель».
stranger-here = Здесь разговаривают сотрудники магазина. Ваше сообщение покупателю не отправлено. Если у вас вопрос к магазину, напишите мне в личной переписке.

## Помощь
staff-help =
    <b>{ $name }, вот как здесь работать.</b>

    { $where }

    /queue — кто ждёт, /mine — что у вас в работе
    /take 12 — взять обращение №12
    /card — кто этот покупатель и что было раньше
    // просил звонить после шести — заметка, покупатель её не увидит
    /transfer care — передать в другую очередь, /topic delivery — исправить тему
    /pending — ждём покупателя, /resolve — решено, /reopen — открыть снова
    /unsend — ответом на своё сообщение: забрать его у покупателя
    /ban — спам, /duty off — уйти со смены
    Команды работают в теме обращения, ответом на его сообщение или с номером: /resolve 12
    { $more }
help-group = Нажмите «Взять» на доске — откроется тема обращения со всем разговором. Что вы пишете в ней, получает покупатель, под вашим именем.
help-private = В группе с темами у взятого обращения своя тема: что вы пишете в ней, получает покупатель. Остальные обращения приходят сюда: ответьте на любое их сообщение — и покупатель получит ответ под вашим именем.
help-of-agent = { "" }
help-of-supervisor =
    { "" }
    Вы старший: видите все очереди и узнаёте о просроченных обращениях и низких оценках.
help-of-admin =
    { "" }
    Вы администратор: /bind orders (в группе) — привязать группу к очереди, /invite agent orders — позвать сотрудника, /staff — состав и роли, /topics — темы и очереди, /review — подсказать модели, о чём сообщения, /import и /export — примеры из файла и в файл, /retrain — обучить её заново, /model — её версии.
button-as-customer = 🛍 Писать как покупатель
button-as-staff = ↩️ Снова сотрудник
as-customer-now = 🛍 <b>Вы пишете как покупатель.</b> Всё, что вы отправите сюда, станет обращением в магазин. В группах вы по-прежнему сотрудник. Вернуться — кнопкой ниже или /help.
as-staff-now = Вы снова сотрудник. Посмотреть, каким магазин видит покупатель, можно в любой момент.
as-customer-still = 🛍 <b>Вы пишете как покупатель</b>, поэтому команды сотрудника здесь не действуют. Вернуться?
still-customer = Вы пишете как покупатель, поэтому ответ не отправлен. Нажмите /help и «Снова сотрудник», потом ответьте ещё раз.

## Неполадки

## От покупателя
customer-reopened = ↩️ Покупатель снова открыл №{ $number }.
customer-picked = 🏷 Покупатель говорит, что вопрос про другое: «{ $topic }».
customer-split = ✂️ Последнее сообщение покупателя — о другом: оно теперь в №{ $number }.
customer-changed = ✏️ Покупатель изменил сообщение; вот новое:
low-score = 😟 №{ $number } · { $topic }: { $name } ставит { $score } из 5. Отвечает: { $agent }.
rating-comment = 💬 №{ $number }, оценка { $score }: «{ $text }»
certainty-picked = выбрал покупатель
kind-live_photo = живое фото
kind-quiz = викторина
kind-rich_message = сообщение с оформлением
