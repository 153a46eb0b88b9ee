### Возврат, обмен, ремонт

## Покупателю
button-giveback = Вернуть или обменять
button-giveback-more = Вернуть ещё что-то
button-giveback-back = ← Назад
button-giveback-withdraw = Передумать: оставить себе (№{ $number })
giveback-which =
    <b>Возврат по заказу №{ $number }</b>
    Что хотите вернуть, обменять или починить?
giveback-how-many =
    <b>{ $thing }</b>
    Сколько штук?
giveback-why =
    <b>{ $thing }</b>
    Жаль, что не подошло. Подскажите, пожалуйста, что случилось? Это поможет нам и другим покупателям.
giveback-what-for =
    <b>{ $thing }</b>
    { $reason }. Как вам удобнее?
giveback-reason-size = Не подошёл размер
giveback-reason-unlike = Не такой, как на фото
giveback-reason-defect = Брак или сломалось
giveback-reason-wrong = Прислали не то
giveback-reason-late = Привезли поздно
giveback-reason-mind = Просто передумали
giveback-reason-other = Другая причина
giveback-want-money = Вернуть деньги
giveback-want-exchange = Обменять
giveback-want-repair = Починить
giveback-policy =
    Вернуть без объяснений можно { $days ->
        [one] { $days } день
        [few] { $days } дня
       *[many] { $days } дней
    } с получения, до { $plain }. Если вещь с браком или прислали не то — до { $fault }.
giveback-day = { $day } { $month } { $year }
giveback-dropped = Хорошо, ничего не возвращаем. Если понадобится, это можно сделать здесь в любой момент.
giveback-over = Срок возврата по этому заказу уже прошёл. Если что-то не так, напишите нам: посмотрим, чем помочь.
giveback-head = <b>Возвраты по заказу №{ $number }</b>
giveback-case =
    <b>№{ $number } · { $thing }</b> × { $count }
    { $want }. { $stands }
giveback-stands-asked = Заявка у нас, ответим в обращении. Если хотите, пришлите сюда фото или пару слов: передадим их вместе с заявкой.
giveback-stands-approved = Согласовано ✅ Привезите или отправьте нам вещь; как удобнее, подскажет сотрудник.
giveback-stands-received-money = Вещь у нас. Возвращаем деньги.
giveback-stands-received-exchange = Вещь у нас. Готовим обмен.
giveback-stands-received-repair = Вещь у мастера.
giveback-stands-done-money = Деньги возвращены: { $amount } ✅
giveback-stands-done-exchange = Обмен сделан ✅
giveback-stands-done-repair = Починили ✅
giveback-stands-refused = К сожалению, принять не можем: { $why }
giveback-answer-term = срок возврата прошёл.
giveback-answer-used = вещью уже пользовались, вернуть её на продажу нельзя.
giveback-answer-unsold = такие товары по закону не возвращают.
giveback-answer-talk = подробности написали вам в обращении.
giveback-told-approved = Возврат №{ $number } согласован: «{ $thing }». Как передать вещь, подскажем здесь же.
giveback-told-received = Возврат №{ $number }: «{ $thing }» уже у нас, проверяем.
giveback-told-refused = По возврату №{ $number } («{ $thing }») пришёл ответ: он в сообщении о возврате. Если не согласны, просто напишите сюда.
giveback-told-money = Возврат №{ $number }: вернули { $amount } за «{ $thing }». На карту деньги обычно приходят за несколько дней.
giveback-told-exchange = Возврат №{ $number }: обмен «{ $thing }» готов.
giveback-told-repair = Возврат №{ $number }: «{ $thing }» починили.
giveback-not-yet = Вернуть можно то, что уже получено. Этот заказ ещё в пути: если он больше не нужен, его можно отменить.
giveback-nothing-left = По этой позиции возвращать больше нечего.
giveback-too-late = Срок для такой причины уже прошёл. Напишите нам, пожалуйста, — посмотрим, чем помочь.
giveback-is-draft = Эта заявка ещё не отправлена.
giveback-is-asked = Эта заявка уже отправлена.
giveback-is-approved = Этот возврат уже согласован.
giveback-is-received = Вещь по этому возврату уже получена.
giveback-is-done = Этот возврат уже завершён.
giveback-is-refused = По этому возврату уже ответили отказом.
giveback-is-withdrawn = Эта заявка снята.

## Сотрудникам
backing-head =
    <b>Возврат №{ $number }</b> по заказу №{ $order } · { $state }
    { $thing } × { $count }
    { $name }: { $reason } → { $want }
    К возврату: { $amount } · { $term }
    Решает: { $agent }
backing-state-draft = не отправлен
backing-state-asked = ждёт решения
backing-state-approved = согласован, ждём вещь
backing-state-received = вещь у нас
backing-state-done = завершён
backing-state-refused = отказ
backing-state-withdrawn = покупатель передумал
backing-no-reason = —
backing-in-time = в срок без причины
backing-after-time = после срока без причины
button-backing = Возврат
button-backing-approve = Согласовать
button-backing-receive = Вещь получена
button-backing-money = Деньги возвращены: { $amount }
button-backing-amount = Вернули другую сумму
button-backing-exchange = Обмен сделан
button-backing-repair = Починили
button-backing-refuse = Отказать…
button-backing-back = ← Назад
button-answer-term = Срок прошёл
button-answer-used = Вещью пользовались
button-answer-unsold = Не подлежит возврату
button-answer-talk = Объясню в обращении
giveback-amount-ask = Сколько вернули? Напишите сумму числом, например 1299,90. К возврату по заявке: { $amount }.
giveback-amount-wrong = Столько вернуть нельзя: весь заказ стоил { $most }.

## Отчёт
returns-none = За последние { $days } дней ничего не возвращали.
returns-report =
    <b>Возвраты за { $days } дней: { $back } шт.</b>
    { $lines }
returns-line =
    <b>{ $product }</b> — { $back } из { $sold } ({ $share })
    { $why }
returns-line-bare =
    <b>{ $product }</b> — { $back }
    { $why }
returns-why =   · { $why }: { $count }
picture-returns = Почему возвращают
picture-returns-hint = Сколько штук вернули за { $days } дней и по какой причине; в скобках доля от доставленных.
picture-returns-share = { $back } ({ $share } %)
command-stats = Отчёты: оценки, ответы, пожелания, возвраты

## Первый заказ
welcome-plain =
    { $name }, спасибо за первый заказ! 🎉
    О каждом шаге напишем сюда, пока заказ не будет у вас. Любой вопрос — просто сообщением.

    { $lines }
welcome-signed =
    { $name }, спасибо за первый заказ! 🎉
    О каждом шаге напишем сюда, пока заказ не будет у вас. Любой вопрос — просто сообщением, я рядом.

    { $lines }

    { $who }
welcome-who = { $who }, { $role }

## Дела сотрудников
task-checkup =
    <b>Спросить, как первый заказ</b>
    { $name } ({ $username }), тел. { $phone }
    Заказ №{ $order } получен { $delivered }. Позвоните или напишите: всё ли в порядке, нужна ли помощь?
task-tried = Не дозвонились, попыток: { $count }.
task-came-fine = ✅ Всё хорошо. { $name }
task-came-trouble = ⚠️ Есть сложности, разбираемся. { $name }
task-came-silent = Не удалось связаться, больше не беспокоим. { $name }
task-unwanted = Покупатель попросил не беспокоить его: звонить не нужно.
task-done = Это дело уже сделано.
task-trouble = Записали. Напишите покупателю из карточки заказа: так ничего не потеряется.
button-task-fine = Всё хорошо
button-task-trouble = Есть сложности
button-task-silent = Не ответили

## История заказа
event-giveback_asked = просит вернуть
event-giveback_withdrawn = передумал возвращать
event-giveback_approve = возврат согласован
event-giveback_receive = вещь получена обратно
event-giveback_refuse = в возврате отказано
event-giveback_finish = возврат завершён
