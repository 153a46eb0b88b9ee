### Что известно о покупателе: /profile

command-profile = Мои данные и настройки
profile = <b>О вас</b>
profile-agree = Здесь можно сохранить имя, телефон, адреса и то, что вам нравится: заказы пойдут быстрее. Запомним только с вашего разрешения, отозвать его можно в любой момент: /privacy.
profile-nothing = Пока мы ничего о вас не записали. Расскажите то, что считаете нужным.
profile-agree-first = Чтобы это запомнить, нужно ваше разрешение. Откройте /profile и нажмите «Разрешить запоминать».
profile-entry-gone = Этой записи уже нет.
profile-line-called = Как обращаться: { $value }
profile-line-phone = Телефон: { $value }
profile-line-email = Почта: { $value }
profile-line-address = Адреса: { $value }
profile-line-birthday = День рождения: { $value }
profile-line-interest = Интересы: { $value }
profile-line-about = { $title }: { $value }
profile-line-speech = Язык: { $language } · у вас сейчас { $clock }
profile-line-contact = Пишем вам: { $how }
profile-line-subs =
    { $count ->
        [0] Подписок пока нет
        [one] { $count } подписка
        [few] { $count } подписки
       *[many] { $count } подписок
    }
profile-line-quiet = Тихие часы: { $hours }
profile-how-now = сразу, как есть новости
profile-how-off = только ответы: новости не включены
profile-how-daily = раз в день, одним сообщением
profile-how-weekly = раз в неделю, одним сообщением
profile-how-paused = пауза до { $until }
profile-how-stopped = только ответы и ваши заказы
profile-contacts = <b>Имя и контакты</b>
profile-addresses =
    <b>Адреса</b>
    Первый предложим при оформлении заказа. Новый становится первым.
profile-addresses-none =
    <b>Адреса</b>
    Пока ни одного. Добавьте — и не придётся вводить его в каждом заказе.
profile-address-first = { $number }. <b>{ $value }</b>
profile-address = { $number }. { $value }
profile-address-most = Уже { $most } адресов — больше не поместится. Уберите, пожалуйста, лишний.
profile-entry = { $title }: <b>{ $value }</b>
profile-why-you = <i>вы указали сами</i>
profile-why-order = <i>из заказа №{ $number }</i>
profile-why-checkout = <i>из оформления заказа</i>
profile-why-contact = <i>вы поделились номером</i>
profile-why-bought =
    <i>{ $count ->
        [one] { $count } заказ, последний — №{ $number }
        [few] { $count } заказа, последний — №{ $number }
       *[many] { $count } заказов, последний — №{ $number }
    }</i>
profile-birthday =
    <b>День рождения</b>
    Выберите кнопкой месяц, потом день. Год не нужен.
profile-interests =
    <b>Что вам интересно</b>
    Отметьте разделы. Чего здесь нет, добавьте кнопкой «+ Своими словами».
profile-interest-why = { $value } — { $why }. Верно?
profile-interest-most = Уже { $most } интересов — больше не поместится. Уберите, пожалуйста, лишний.
profile-interest-how = Напишите, пожалуйста, покороче: до { $most } знаков.
profile-about =
    <b>Размеры и другое</b>
    Подскажем то, что подойдёт именно вам.
profile-about-one = <b>{ $title }</b>
profile-about-how = Напишите, пожалуйста, покороче: до { $most } знаков.
profile-called-how = Напишите, пожалуйста, имя словами, до { $most } знаков: например, Анна или Анна Сергеевна.
profile-email-how = Не похоже на адрес почты. Пример: anna@example.ru
profile-speech = <b>Язык и время</b>
profile-clock = Сейчас у вас { $clock } ({ $shift }).
profile-clock-shop = Сейчас у вас { $clock } ({ $shift }), верно? Пока считаем по времени магазина.
profile-zone-how = Не нашли такой город. Напишите, сколько у вас сейчас времени (например, 14:05) или сдвиг: +5, МСК+2.
profile-contact =
    <b>Как вам писать</b>
    Ответы на вопросы и новости о ваших заказах приходят всегда. Остальное — как скажете.
profile-quiet =
    <b>Тихие часы</b>
    В это время сами не пишем: новости подождут. По вашему времени.
profile-kinds =
    <b>О чём писать</b>
    Отмечено то, о чём вам можно писать. О том, что товар снова есть, пишем сразу, не дожидаясь общей подборки.
profile-no-news = Новости и предложения сейчас выключены: вы на них не соглашались. Включить — /privacy.
profile-ask-called = Как к вам обращаться? Напишите имя.
profile-ask-phone = Какой у вас телефон? Нажмите кнопку внизу или напишите номер. Передумали — /cancel.
profile-phone-kept = Записали телефон.
profile-ask-email = Какая у вас почта?
profile-ask-address = Напишите адрес: город, улицу, дом, квартиру.
profile-ask-interest = Что вам интересно? Напишите одним-двумя словами: например, «бег» или «подарки детям».
profile-ask-about = { $title }: напишите, пожалуйста.
profile-ask-zone = В каком вы городе? Можно написать и сдвиг (+5) или сколько у вас сейчас времени (14:05).
profile-words-please = Здесь нужен текст. Если это вопрос магазину, нажмите /cancel и пришлите ещё раз — мы сразу передадим.
profile-subs = <b>Подписки</b>
profile-subs-none =
    <b>Подписки</b>
    Пока ни одной. В каталоге можно попросить сообщить о поступлении, о новинках раздела и о том, что товар подешевел.
profile-sub-category = { $number }. Новинки: { $title }
profile-sub-back_in_stock = { $number }. Снова в продаже: { $title }
profile-sub-price_drop = { $number }. Подешевеет: { $title }
profile-sub-guide = { $number }. Советы и обзоры
profile-sub-gone = { $number }. Этого больше нет в каталоге
profile-sub-muted = { $line } — <i>сейчас не присылаем</i>
toast-profile-kept = Записали.
toast-profile-out = Убрали.
quiet-as-shop = как у магазина, { $hours }
quiet-as-shop-never = как у магазина, их нет
month-name-1 = Январь
month-name-2 = Февраль
month-name-3 = Март
month-name-4 = Апрель
month-name-5 = Май
month-name-6 = Июнь
month-name-7 = Июль
month-name-8 = Август
month-name-9 = Сентябрь
month-name-10 = Октябрь
month-name-11 = Ноябрь
month-name-12 = Декабрь
zone-kaliningrad = Калининград
zone-moscow = Москва
zone-samara = Самара
zone-yekaterinburg = Екатеринбург
zone-omsk = Омск
zone-krasnoyarsk = Красноярск
zone-irkutsk = Иркутск
zone-yakutsk = Якутск
zone-vladivostok = Владивосток
zone-magadan = Магадан
zone-kamchatka = Камчатка
button-profile-agree = Разрешить запоминать
button-profile-contacts = Имя и контакты
button-profile-addresses = Адреса
button-profile-birthday = День рождения
button-profile-interests = Интересы
button-profile-about = Размеры и другое
button-profile-speech = Язык и время
button-profile-contact = Как вам писать
button-profile-subs = Подписки
button-contact-profile = ← О вас
button-contact-privacy = ← Ваши данные
button-profile-quiet = Тихие часы
button-profile-kinds = О чём писать
button-profile-called = Имя
button-profile-phone = Телефон
button-profile-email = Почта
button-profile-address = Адрес
button-profile-interest = Интерес
button-profile-add-address = + Добавить адрес
button-profile-add-interest = + Своими словами
button-profile-no-birthday = Убрать
button-profile-say = Написать
button-profile-zone = Другой город
button-profile-right = Верно
button-profile-fix = Исправить
button-profile-out = Убрать
button-profile-first = Сделать основным
button-pace-now = Сразу
button-pace-daily = Раз в день
button-pace-weekly = Раз в неделю
button-most = { $most } в неделю
button-most-0 =
    { $days ->
        [one] Не чаще { $most } за { $days } день
        [few] Не чаще { $most } за { $days } дня
       *[many] Не чаще { $most } за { $days } дней
    }
button-pause-0 = Снять паузу
button-pause-7 = Пауза 7 дней
button-pause-30 = Пауза 30 дней
button-contact-stop = Не писать совсем
button-contact-again = Снова можно писать
button-kind-surveys = Спрашивать, как прошло
button-kind-new = Новинки
button-kind-back = Снова в продаже
button-kind-price = Подешевело
button-kind-guides = Советы и обзоры
button-kind-offers = Предложения и скидки
button-guides = + Советы и обзоры
button-sub-end = Отписаться: { $title }
button-sub-gone = чего больше нет
