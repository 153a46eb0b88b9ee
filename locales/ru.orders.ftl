### Orders

order-is-draft = Этот заказ ещё не подтверждён.
order-is-placed = Заказ подтверждён и ждёт, пока его примут в работу.
order-is-accepted = Заказ уже принят в работу.
order-is-packed = Заказ уже собран.
order-is-shipped = Заказ уже отправлен.
order-is-delivered = Заказ уже доставлен.
order-is-cancelled = Этот заказ отменён.
order-is-dropped = Это оформление закрыто: начните заказ заново из корзины — /cart.
order-paid-no = По этому заказу платить нечего.
order-paid-asked = Счёт по этому заказу уже отправлен.
order-paid-yes = Заказ уже оплачен.
order-paid-unsure = Оплата этого заказа ещё проверяется.
order-paid-refunded = Деньги за этот заказ уже вернули.
no-such-order = Такого заказа нет.
order-not-yours = С заказами работает другой отдел.

## Части заказа
day-of-month = { $day } { $month }
order-line = • { $title } — { $sum }
order-line-many = • { $title } — { $count } × { $price } = { $sum }
order-lines-more =
    { $count ->
        [one] …и ещё { $count } позиция
        [few] …и ещё { $count } позиции
       *[other] …и ещё { $count } позиций
    }
order-discount = Скидка: { $amount }
order-delivery = { $way }: { $amount }
order-free = бесплатно
order-total = <b>Итого: { $amount }</b>
order-nothing-to-pay = Платить не нужно.
order-payment = Оплата: { $way } · { $paid }
pay-on_delivery = при получении
pay-invoice = по счёту
pay-telegram = в Telegram
pay-other = договоримся
paid-no = пока не оплачен
paid-asked = счёт отправлен
paid-yes = оплачен
paid-unsure = проверяем оплату
paid-refunded = деньги возвращены
order-address = Адрес: { $address }
order-contact = Получатель: { $name }, { $phone }
order-comment = Комментарий: { $text }
order-state-placed = ждёт принятия
order-state-accepted = собираем
order-state-packed = собран
order-state-shipped = в пути
order-state-delivered = доставлен
order-state-cancelled = отменён
parcel-number = { $carrier }, трек-номер <code>{ $tracking }</code>
parcel-expected = { " " }Ждите { $day }.
parcel-link = { " " }<a href="{ $url }">Где сейчас посылка</a>
change-line = • { $title }: было { $before }, стало { $after }
change-gone = • { $title }: убрали из заказа
change-delivery = • Доставка: { $amount }
change-address = • Адрес: { $address }
cancel-stock = товара не оказалось в наличии
cancel-asked = по вашей просьбе
cancel-silent = мы не смогли с вами связаться
cancel-unpaid = оплата не поступила
cancel-reach = не сможем доставить по этому адресу
cancel-self = вы его отменили
off-stock = Нет в наличии
off-asked = Попросил покупатель
off-silent = Не смогли связаться
off-unpaid = Не оплачен
off-reach = Не можем доставить
off-self = Отменил сам

## Заказ у покупателя
command-orders = Заказы и где они сейчас
order-now-placed = Подтверждён. Мы его получили и примем в работу { $by }.
order-now-soon = Подтверждён. Мы его получили и скоро примем в работу.
order-now-accepted = Приняли в работу, собираем.
order-now-packed = Собран, готовим к отправке.
order-now-ready = Собран и ждёт вас.
order-now-shipped = В пути: { $parcel }.{ $expected }{ $link }
order-now-delivered = Уже у вас.
order-now-cancelled = Отменён: { $reason }.
order-head =
    <b>Заказ №{ $number }</b>
    { $status }
order-we-owe = Вернём вам: { $amount }
order-you-owe = Осталось доплатить: { $amount }
order-asks-yes =
    ❓ <b>Нужно ваше согласие</b>
    { $changes }
    Будет: <b>{ $total }</b>
order-rated = ⭐ Ваша оценка: { $score }
step-confirm = ✅ Оформлен { $when }
step-accept = ✅ Принят в работу { $when }
step-pack = ✅ Собран { $when }
step-pack-pickup = ✅ Готов к выдаче { $when }
step-ship = ✅ Отправлен { $when }
step-deliver = ✅ Доставлен { $when }
step-deliver-pickup = ✅ Выдан { $when }
step-cancel = ❌ Отменён { $when }
button-agree = ✅ Согласен
button-decline = Оставить как было
button-where = 📍 Где он?
button-order-person = Спросить человека
button-order-change = ✏️ Изменить
button-order-cancel = Отменить
button-repeat = 🔁 Повторить
button-receipt = 🧾 Состав и сумма
button-order = Заказ №{ $number }
button-order-open = Открыть заказ
button-cancel-yes = Да, отменить
button-cancel-request = Попросить об отмене
button-keep = Нет, оставить
own-orders-none = У вас пока нет заказов. Если хотите что-то выбрать или спросить, просто напишите.
orders-head = <b>Ваши заказы: { $count }</b>
own-orders-line =
    <b>№{ $number }</b> · { $state } · { $total }
    { $title }{ $more }
    <i>{ $when }</i>
orders-and-more = { " " }и ещё { $count }
receipt-head =
    <b>{ $shop }</b>
    Заказ №{ $number } от: { $when }
receipt-foot =
    Вопросы по заказу: { $phone } или сообщением сюда.
    <i>Это не кассовый чек.</i>
order-told-accepted = Заказ №{ $number } приняли в работу. Напишем, когда соберём.
order-told-packed = Заказ №{ $number } собран. Скоро отправим.
order-told-ready = Заказ №{ $number } собран и ждёт вас.
order-told-shipped = 📦 Заказ №{ $number } отправлен: { $parcel }.{ $expected }
order-told-cancelled = Заказ №{ $number } отменён: { $reason }.
order-told-money-back = Заказ №{ $number } отменён: { $reason }. Вернём вам { $amount } и напишем об этом.
order-told-invoice = Счёт по заказу №{ $number } готов: { $amount }. Как его оплатить, подскажем здесь же.
order-told-paid = Получили оплату по заказу №{ $number }: { $amount }. Спасибо!
order-told-refunded = Вернули вам { $amount } по заказу №{ $number }. Когда деньги придут, зависит от банка.
order-told-changed =
    В заказе №{ $number } изменения:
    { $changes }
    Теперь итого: <b>{ $total }</b>
order-told-proposal =
    Заказ №{ $number }: предлагаем изменить, нужно ваше согласие.
    { $changes }
    Было { $before }, станет <b>{ $total }</b>.
order-stays = Хорошо, заказ №{ $number } остаётся как был.
proposal-gone = Это предложение больше не действует. Откройте заказ, там всё как есть сейчас.
order-cancel-ask = Отменить заказ №{ $number }?
order-cancel-staff = Заказ №{ $number } уже в работе, сразу отменить его не получится. Передать сотруднику вашу просьбу?
order-change-ask = Что изменить в заказе №{ $number }? Напишите одним сообщением, передадим сотруднику.
order-where =
    <b>Заказ №{ $number }</b>
    { $status }
repeat-missing = • { $title }: сейчас нет в продаже
repeat-dearer = • { $title }: было { $was }, теперь { $now }
repeat-cheaper = • { $title }: было { $was }, теперь дешевле — { $now }
repeat-all = Всё из этого заказа снова в корзине: /cart
repeat-done =
    Положили в корзину то, что есть: /cart
    Обратите внимание:
    { $lines }
repeat-nothing =
    К сожалению, сейчас ничего из этого заказа нет в продаже:
    { $lines }
    Напишите, и мы подберём похожее.
liked-told = Заказ №{ $number } доставлен.
liked-told-pickup = Заказ №{ $number } у вас.
liked-ask = Как вам заказ? 1 — совсем не понравился, 5 — очень понравился.
liked-good = Спасибо за оценку: { $score } ⭐. Рады, что заказ №{ $number } понравился.
liked-fair = Спасибо за оценку заказа №{ $number }: { $score } ⭐.
thing-rated = «{ $thing }»: { $score } ⭐
thing-rated-poor = «{ $thing }»: { $score } ⭐. Жаль, что так вышло. Уже разбираемся: подробности ниже.
button-thing-words = Пара слов о «{ $thing }»
thing-words-ask = Расскажите, пожалуйста, парой слов о «{ $thing }»: что хорошо, что не очень? Следующее сообщение станет отзывом.
thing-words-ask-poor = Расскажите, пожалуйста, парой слов, что не так с «{ $thing }». Следующее сообщение станет отзывом.
thing-ask = Как вам «{ $thing }»? 1 — совсем не понравилось, 5 — очень понравилось.
button-thing-skip = Пропустить
toast-thing-skipped = Хорошо.
liked-poor = Спасибо, что сказали: { $score } ⭐. Жаль, что с заказом №{ $number } вышло не так. Уже разбираемся: подробности ниже.
toast-asked-person = Передали сотруднику
mine-order = 🧾 Заказ №{ $number }. { $status }
mine-written-to = По заказу №{ $order } вам напишет { $name }. Сообщение придёт сюда.

## Доска заказов
orders-board = <b>🧾 Заказы</b>
orders-empty = 🧾 Заказов в работе нет.
orders-elsewhere = Доска заказов очереди «{ $queue }» теперь в другом месте.
stage-owed = <b>💸 Вернуть деньги: { $count }</b>
stage-placed = <b>📥 Принять: { $count }</b>
stage-accepted = <b>🧺 Собрать: { $count }</b>
stage-packed = <b>📦 Отправить или выдать: { $count }</b>
stage-shipped = <b>🚚 В пути: { $count }</b>
orders-entry = { $mark } №{ $number } · { $amount } · { $name } · { $waiting }
lines-orders =
    { $count ->
        [one] 🧾 { $count } заказ ждёт, пока его примут.
        [few] 🧾 { $count } заказа ждут, пока их примут.
       *[other] 🧾 { $count } заказов ждут, пока их примут.
    }
button-orders-board = 🧾 Заказы
orders-late =
    { $count ->
        [one] 🔴 Заказ не приняли вовремя:
       *[other] 🔴 Не приняли вовремя заказы ({ $count }):
    }
    { $lines }
order-late-line = №{ $number } · { $amount } · { $name } · ждёт { $waits }

## Заказ у сотрудников
work-head = <b>🧾 Заказ №{ $number }</b> · { $state } · ведёт: { $agent }
work-wish = 🙋 Покупатель просит: { $wish }
wish-cancel = отменить заказ
wish-change = изменить заказ
wish-person = ответить ему лично
customer-wishes = 🙋 По заказу №{ $order } покупатель просит: { $wish }.
work-customer = 👤 { $name } · { $username } · { $reach }
work-we-owe = 💸 Вернуть покупателю: <b>{ $amount }</b>
work-they-owe = ⚠️ Покупатель должен доплатить: <b>{ $amount }</b>
work-parcel = 🚚 { $parcel }.{ $expected }{ $link }
work-history = <b>Что было:</b>
work-earlier = …раньше ещё { $count }
work-event = { $when }: { $what } — { $who }{ $more }
event-confirm = оформлен
event-accept = принят
event-pack = собран
event-ship = отправлен
event-deliver = вручён
event-cancel = отменён
event-paid = оплата получена
event-invoice = счёт отправлен
event-refund = деньги возвращены
event-change = изменён
event-propose = предложены изменения
event-withdraw = предложение отозвано
event-decline = изменения отклонены
event-ask = просьба
event-rate = оценка
event-comment = отзыв
event-other = изменение
event-reason = { " " }({ $reason })
event-score = { " " }({ $score } ⭐)
event-sums = { " " }({ $before } → { $after })
event-amount = { " " }({ $amount })
by-customer = покупатель
by-shop = магазин
work-waits-yes =
    ⏳ <b>Ждём согласия покупателя</b>
    { $changes }
    Станет: <b>{ $total }</b>
button-accept = ✅ Принять
button-pack = 🧺 Собран
button-ready = 🧺 Готов к выдаче
button-ship = 🚚 Отправить
button-deliver = 🏁 Доставлен
button-hand-over = 🏁 Выдан
button-withdraw = Отозвать предложение
button-change = ✏️ Изменить
button-order-off = ❌ Отменить
button-write = 💬 Написать покупателю
button-refunded = 💸 Деньги вернули
button-invoiced = 🧾 Счёт отправлен
button-paid = 💰 Оплачен
form-ship =
    <b>Отправка</b>
    Перевозчик: { $carrier }
    Трек-номер: { $tracking }
    Ждать: { $day }
    Покупатель узнает, когда нажмёте «Отправлен».
button-carrier = Другой перевозчик
button-tracking = № Трек-номер
button-days =
    { $count ->
        [1] завтра
       *[other] +{ $count } дн.
    }
button-day = Другой день
button-shipped = 🚚 Отправлен
button-form-back = ← Назад
form-cancel = <b>Почему отменяем?</b> Причину прочтёт покупатель.
form-cancel-paid = <b>Почему отменяем?</b> Причину прочтёт покупатель. Заказ оплачен: на доске появится «Вернуть деньги».
button-cancel-words = Своими словами
form-change = <b>Что изменить?</b> Покупатель узнает, когда нажмёте «Готово».
form-changed =
    <b>Изменения</b>
    { $changes }
    Было { $before }, станет <b>{ $total }</b>
button-price = Цена доставки
button-address = Адрес
button-change-send = ✅ Готово
deal-carrier = Заказ №{ $number }: кто повезёт? Напишите название.
deal-tracking = Заказ №{ $number }: напишите трек-номер.
deal-day = Заказ №{ $number }: в какой день ждать? Например: 5 мая, 3–5 мая, завтра.
deal-reason = Заказ №{ $number }: почему отменяем? Ваши слова прочтёт покупатель.
deal-sure =
    Заказ №{ $number } будет отменён, а { $name } прочтёт: «{ $words }». Отменяем?
button-off = Отменить заказ
deal-reason-short = Эти слова прочтёт покупатель: напишите причину, пожалуйста, одной понятной фразой.
deal-price = Заказ №{ $number }: сколько стоит доставка? Например: 350
deal-address = Заказ №{ $number }: новый адрес?
tracking-odd = Это не похоже на трек-номер: в нём от 5 до 40 букв и цифр. Напишите ещё раз.
day-odd = Не понял день. Напишите, например: 5 мая, 3–5 мая, 05.05, завтра.
amount-odd = Не понял сумму. Напишите числом, например: 350 или 1 200,50.
ship-needs-carrier = Сначала выберите, кто повезёт.
change-nothing = Пока ничего не изменено.
change-nothing-left = В заказе ничего не останется. Тогда лучше отменить его.
change-no-stock = «{ $title }» в таком количестве уже нет в наличии.
order-owes-nothing = По этому заказу возвращать нечего.
write-here = Разговор по этому заказу уже у вас: №{ $number }.
toast-order-accepted = Приняли. Покупатель узнает.
toast-order-packed = Собран. Покупатель узнает.
toast-order-shipped = Отправлен. Покупатель узнает.
toast-order-delivered = Готово. Спросим покупателя, как ему заказ.
toast-order-cancelled = Отменён. Покупатель узнает.
toast-order-changed = Изменили. Покупатель узнает.
toast-order-asked = Станет дороже, поэтому спросили покупателя. Ответ появится в карточке заказа.
ticket-order = 🧾 <b>Заказ №{ $number }</b> · { $state } · { $total }
ticket-parcel = 🚚 { $parcel }.{ $link }
ticket-rated = ⭐ Оценка заказа: { $score }
customer-orders = <b>Заказов: { $count }</b>, на { $total }
customer-order = №{ $number } · { $state } · { $total } · { $when }{ $rating }
