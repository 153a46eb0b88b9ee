### Подписки и новости

button-follow = 🔔 Следить за новинками
button-unfollow = 🔕 Не следить за новинками
button-want-back_in_stock = 🔔 Сообщить о поступлении
button-unwant-back_in_stock = 🔕 Не сообщать о поступлении
button-want-size = 🔔 Сообщить, когда будет «{ $size }»
button-unwant-size = 🔕 Не сообщать про «{ $size }»
button-want-price_drop = 🔔 Сообщить, если подешевеет
button-unwant-price_drop = 🔕 Не сообщать о цене
button-agree-news = Согласен, пишите
toast-subscribed = Хорошо, напишем.
toast-subscribed-agree = Записали. Осталось одно: посмотрите сообщение ниже.
toast-unsubscribed = Больше не будем об этом писать.
subscribed-agree = Записали. Но присылать новости мы можем только с вашего согласия. Отозвать его можно в любой момент: /privacy.
subscribed-agreed = Спасибо! Напишем, как только будет новость. Отозвать согласие можно в любой момент: /privacy.
subscribed-refused = Хорошо, без вашего согласия писать не будем. Подписку сохранили: передумаете — /privacy.
subscribed-stopped = Записали. Но вы просили не писать вам совсем, поэтому новость пока не придёт. Можно снова писать?
subscribed-paused = Записали. Но у вас пауза до { $until }: до этого дня не напишем. Можно снова писать?
button-no-news-now = Нет, спасибо
subscription-gone = Этой подписки уже нет.
subscriptions-most = У вас уже { $most } подписок. Уберите, пожалуйста, лишние: /profile.
news-digest = <b>Что нового</b>
news-more =
    { $count ->
        [one] И ещё { $count } новость — в каталоге: /catalog
        [few] И ещё { $count } новости — в каталоге: /catalog
       *[many] И ещё { $count } новостей — в каталоге: /catalog
    }
news-category =
    { $count ->
        [one] <b>Новинка в разделе «{ $title }»</b>
       *[other] <b>Новинки в разделе «{ $title }»: { $count }</b>
    }
    { $lines }
news-line = { $title } — { $price }
news-back_in_stock =
    <b>Снова в продаже</b>
    { $title } — { $price }
news-price_drop =
    <b>Подешевело</b>
    { $title }: было { $before }, сейчас { $price }
news-guide =
    <b>{ $title }</b>
    { $text }

## Советы и обзоры
command-guide = Разослать совет подписчикам
guide-ask = Пришлите совет или обзор одним сообщением: первая строка — заголовок, дальше текст. Ссылки можно. Сначала покажем, как это увидят.
guide-how = Нужен текст: первая строка — заголовок, со второй — сам совет.
guide-long = Слишком длинно: заголовок до { $title } знаков, текст до { $text }.
guide-preview =
    <i>Так это увидят подписчики:</i>

    <b>{ $title }</b>
    { $text }
guide-goes =
    { $count ->
        [0] Отправлено, но подписчиков с согласием на новости пока нет.
        [one] Отправляем: { $count } подписчику. У кого тихие часы или свой предел, тот получит позже.
       *[other] Отправляем: { $count } подписчикам. У кого тихие часы или свой предел, тот получит позже.
    }
guide-gone = Этот совет уже отправлен или отменён.
button-guide-go =
    { $count ->
        [one] Отправить { $count } человеку
       *[other] Отправить { $count } людям
    }
