### Свои данные: выгрузка, удаление, сроки.

button-mydata = Забрать мои данные
button-eraseme = Удалить мои данные
own-made = Собрали всё, что храним. Два файла сейчас придут.
own-nothing = О вас ничего не храним: начните с /start, если захотите.
own-again-later = Файлы уже отправлены. Собрать их заново можно через { $minutes ->
        [one] { $minutes } минуту
        [few] { $minutes } минуты
       *[many] { $minutes } минут
    }.
own-file-name = moi-dannye
own-caption-html = Всё, что магазин о вас хранит, — страница для чтения и печати.
own-caption-json = То же самое в формате JSON, чтобы передать другой программе.
own-title = Ваши данные — { $shop }
own-about = Здесь всё, что магазин хранит о вас на { $at }. Данных других людей здесь нет; сотрудники названы так, как они подписываются. Время — { $zone }.
own-why = Для чего мы храним данные
own-who = Кто их видит
own-how-long = Как долго
own-until = Пока вы не удалите данные или пока не выйдет срок:
own-rights = Вы можете исправить данные, отозвать любое согласие и удалить всё: команда /privacy в чате с ботом.
own-days = { $count ->
        [one] { $count } день
        [few] { $count } дня
       *[many] { $count } дней
    }
own-years = { $count ->
        [one] { $count } год
        [few] { $count } года
       *[many] { $count } лет
    }
own-day = { $day } { $month } { $year }
own-quiet = с { $since } до { $until }
own-none = Этого о вас у нас нет: { $list }.
own-section =
    { $name ->
        [person] Вы
        [tickets] Обращения
        [messages] Переписка
        [ratings] Оценки ответов
        [labels] Что сказано о темах ваших сообщений
        [dialogs] Начатый разговор с ботом
        [log] Журнал ваших обращений
        [catalogue] Место в каталоге
        [cart] Корзина
        [filled_in] Данные для следующих заказов
        [orders] Заказы
        [order_lines] Что заказано
        [order_events] История заказов
        [payments] Платежи
        [promo_codes] Использованные промокоды
        [returns] Возвраты, обмены, ремонт
        [tasks] Что мы собирались сделать
        [consents] Согласия сейчас
        [consent_log] История согласий
        [contact] Как вам писать
        [notices] Что магазин писал сам
        [profile] Анкета
        [subscriptions] Подписки
        [segment] Как магазин видит ваши покупки
        [segment_moves] Как это менялось
        [surveys] Опросы
        [product_ratings] Оценки товаров
        [complaints] Жалобы
        [wishes] Пожелания
       *[other] { $name }
    }
own-field =
    { $name ->
        [telegram_id] Номер аккаунта Telegram
        [name] Имя
        [username] Имя пользователя
        [language] Язык
        [phone] Телефон
        [banned] Заблокирован
        [known_since] Знакомы с
        [last_seen] Последнее сообщение
        [number] Номер
        [topic] Тема
        [queue] Отдел
        [answered_by] Кто отвечает
        [state] Состояние
        [subject] Вопрос
        [matters] О чём ещё
        [why] Почему так решено
        [opened_at] Открыто
        [first_response_at] Первый ответ
        [resolved_at] Решено
        [ticket] Обращение
        [side] Чьи слова
        [written_by] Сотрудник
        [kind] Вид
        [text] Текст
        [at] Когда
        [edited_at] Изменено
        [score] Оценка
        [solved] Вопрос решён
        [comment] Комментарий
        [asked_at] Когда спросили
        [answered_at] Когда ответили
        [origin] Откуда
        [data] Что введено
        [details] Ваши слова
        [verb] Что сделано
        [place] Что открыто
        [thing] Товар
        [chosen] Выбрано
        [quantity] Количество
        [price] Цена
        [address] Адрес
        [delivery] Доставка
        [agreed_at] Когда вы согласились
        [currency] Валюта
        [goods_total] Товары
        [discount] Скидка
        [delivery_price] Стоимость доставки
        [total] Итого
        [promo_code] Промокод
        [contact_name] Получатель
        [contact_phone] Телефон получателя
        [payment] Способ оплаты
        [paid] Оплачено
        [carrier] Перевозчик
        [tracking] Номер отправления
        [tracking_url] Где посылка
        [expected_at] Ожидается
        [reason] Причина
        [wish] Пожелание
        [created_at] Создан
        [placed_at] Оформлен
        [delivered_at] Доставлен
        [rated] Оценка
        [owed] К возврату
        [order] Заказ
        [returned] Возвращено
        [way] Способ
        [amount] Сумма
        [charge] Номер платежа
        [code] Код
        [want] Что нужно
        [refund] Возврат
        [answer] Ответ
        [done_at] Завершено
        [due_at] Срок
        [outcome] Итог
        [purpose] Цель
        [given] Согласие
        [action] Действие
        [source] Откуда известно
        [time_zone] Часовой пояс
        [quiet] Тихие часы
        [quiet_from] Тихие часы с
        [quiet_to] Тихие часы до
        [most] Не больше сообщений
        [within_days] За сколько дней
        [pace] Как часто
        [paused_until] Пауза до
        [stopped_at] Новости выключены
        [muted] Не присылать
        [fewer] Реже
        [settled_at] Отправлено или снято
        [field] Что
        [value] Значение
        [removed_at] Убрано
        [ended_at] Закончилась
        [stage] Этап
        [since] С какого времени
        [orders] Заказов
        [spent] Сумма покупок
        [first_at] Первый заказ
        [last_at] Последний заказ
        [recency_score] Балл за давность
        [frequency_score] Балл за частоту
        [money_score] Балл за сумму
        [again] Вероятность нового заказа
        [worth] Ожидаемая сумма
        [vip] Среди лучших покупателей
        [night] Ночь расчёта
        [before] Было
        [after] Стало
        [cause] Повод
        [answer_due_at] Ответить до
        [decide_due_at] Решить до
        [words] Решение словами
        [closed_at] Закрыто
        [better] Стало лучше
       *[other] { $name }
    }
own-value =
    { $name ->
        [yes] да
        [no] нет
        [customer] вы
        [staff] сотрудник
        [note] заметка сотрудника
        [decision] решение по жалобе
        [text] текст
        [photo] фото
        [video] видео
        [voice] голосовое сообщение
        [document] файл
        [sticker] стикер
        [contact] контакт
        [location] место на карте
        [asking] уточняли тему
        [open] открыто
        [taken] в работе
        [pending] ждали вас
        [resolved] решено
        [closed] закрыто
        [draft] не подтверждён
        [dropped] не оформлен
        [placed] оформлен
        [accepted] принят
        [packed] собран
        [shipped] отправлен
        [delivered] доставлен
        [cancelled] отменён
        [asked] ждёт решения
        [approved] согласован
        [received] получен
        [done] завершён
        [refused] отказ
        [withdrawn] отозвано
        [service] ответы и заказы
        [memory] помнить предпочтения
        [news] новости и предложения
        [profiling] персональные подборки
        [told] сообщено
        [given] согласие дано
        [on_delivery] при получении
        [invoice] по счёту
        [telegram] в Telegram
        [refunded] возвращено
        [unsure] проверяется
        [declared] сказали вы
        [inferred] наше предположение
        [money] вернуть деньги
        [exchange] обменять
        [repair] отремонтировать
        [sent] отправлено
        [waiting] ждёт
        [new] новый покупатель
        [active] покупает
        [growing] покупает чаще
        [vip] лучший покупатель
        [at_risk] давно не заходил
        [lapsed] перестал покупать
        [returned] вернулся
        [now] сразу
        [daily] раз в день
        [weekly] раз в неделю
        [ru] русский
        [en] английский
        [first] при знакомстве
        [privacy] экран «Ваши данные»
        [checkout] при оформлении заказа
        [erasure] при удалении данных
        [customer_pick] вы выбрали тему
        [staff_topic] сотрудник сменил тему
        [transfer] передано в другой отдел
        [review] проверено магазином
        [called] как обращаться
        [phone] телефон
        [email] почта
        [birthday] день рождения
        [address] адрес
        [interest] интерес
        [profile] анкета
        [csat] оценка ответа
        [order_rating] оценка заказа
        [product_rating] оценка товара
        [order] оценка заказа
        [thing] оценка товара
        [ces] легко ли было
        [nps] посоветуете ли нас
        [back_in_stock] снова в продаже
        [price_drop] снижение цены
        [category] новое в разделе
        [digest] новости за неделю
        [guide] советы по товару
        [offer] предложение
        [winback] приглашение вернуться
        [campaign] рассылка
        [not_sent] не отправлено
        [wish] пожелание исполнено
        [unreachable] вы закрыли чат с ботом
        [stopped] вы отказались от сообщений
        [muted] вы не хотите таких сообщений
        [fewer] не так часто
        [turn] очередь других сообщений
        [expired] устарело
        [gone] данных больше нет
        [pay] оплата
        [welcome] знакомство
        [followup] стало ли лучше
        [remind] напоминание
        [no_consent] нет согласия
        [quiet] тихие часы
        [limit] уже много сообщений
        [replacement] замена
        [refund] возврат денег
        [explained] объяснение
        [unfounded] не подтвердилась
        [mistaken] это была не жалоба
        [discount] скидка
        [apology] извинения
        [comment] комментарий
       *[other] { $name }
    }
own-purpose =
    { $name ->
        [service] отвечать на вопросы, принимать и доставлять заказы — это сама услуга
        [memory] помнить ваши предпочтения — только с вашего согласия
        [news] писать о новостях и предложениях — только с вашего согласия
        [profiling] подбирать для вас по прошлым покупкам — только с вашего согласия
       *[other] { $name }
    }
own-recipient =
    { $name ->
        [staff] сотрудники магазина, каждый в своей части
        [telegram] Telegram: через него идут все сообщения; у него свои правила
       *[other] { $name }
    }
own-term =
    { $name ->
        [bodies_days] Сообщения в том виде, в каком их передал Telegram
        [sent_days] Отправленные ботом сообщения в служебной очереди
        [updates_days] Записи о том, что сообщение получено
        [outbox_days] Записи о том, что сообщение отправлено
        [browse_days] Место в каталоге
        [backups_days] Резервные копии, сделанные при обновлении
        [messages_days] Переписка решённых обращений
        [carts_days] Корзина
        [notices_days] Что магазин писал сам
        [surveys_days] Опросы
        [wishes_days] Пожелания
        [labels_days] Примеры для обучения
        [audit_days] Журнал действий
        [orders_years] Заказы после удаления данных, без имени и адреса
        [consents_years] История согласий после удаления данных, без имени
        [acts_years] Акт об удалении, без имени
       *[other] { $name }
    }

erase-ask =
    <b>Удалить всё, что мы о вас знаем?</b>
    Сразу уйдут переписка, вложения, анкета, корзина, подписки, оценки, сохранённые адреса и примеры для обучения. Вернуть их мы не сможем.
    { $lines }
    Сообщения в этом чате останутся у вас в Telegram: их можно убрать, удалив чат. Если всё это вам ещё нужно, сначала заберите файлы: /privacy.
erase-ask-for =
    <b>Удалить данные покупателя «{ $name }», который обращался под №{ $number }?</b>
    Уйдёт всё и сразу, вернуть нельзя. Убедитесь, что об этом просит он сам.
    { $lines }
erase-waits =
    <b>Ваши данные удалены, кроме нужных для заказа.</b>
    { $lines }
    Передумали? Тогда остальное мы не тронем.
erase-stays-orders = • По закону { $years ->
        [one] { $years } год
        [few] { $years } года
       *[many] { $years } лет
    } хранятся заказы и платежи — без имени, телефона и адреса.
erase-stays-consents = • История согласий хранится ещё { $years ->
        [one] { $years } год
        [few] { $years } года
       *[many] { $years } лет
    } — без имени и номера аккаунта.
erase-stays-staff = • Вы работаете в магазине: запись о вас как о сотруднике останется.
erase-under-way = • { $count ->
        [one] Заказ { $numbers } ещё не завершён
       *[other] Заказы { $numbers } ещё не завершены
    }: адрес и телефон для доставки останутся до завершения, а потом удалятся сами. Заказ мы не отменяем.
erase-which = Чьи данные удалить? Напишите номер любого обращения этого покупателя: /erase 12
erase-no-ticket = Обращения №{ $number } нет.
erase-already = Эти данные уже удалены.
erase-waits-already = Почти всё уже удалено. Остальное удалится само, когда завершится заказ.
erase-ask-again = Этот вопрос задан давно. Откройте /privacy и нажмите «Удалить мои данные» ещё раз.
erase-none = Хорошо, ничего не удалили.
erase-kept = Хорошо, больше ничего не удаляем.
erase-toast = Удалено.
erase-done =
    Готово: ваши данные удалены. Номер акта — { $act }.
    Если захотите вернуться, отправьте /start: познакомимся заново.
erase-done-but =
    Готово: всё, что можно было удалить сразу, удалено. Номер акта — { $act }.
    Данные для доставки ({ $numbers }) удалим сами, как только заказ завершится, и напишем вам.
erase-done-for = Данные покупателя удалены. Номер акта — { $act }.
erase-ticket = Обращение №{ $number } закрыто: покупатель удалил свои данные, переписки больше нет.
button-erase-yes = Да, удалить навсегда
button-erase-keep = Оставить
