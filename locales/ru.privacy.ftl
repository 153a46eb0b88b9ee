### Согласия и сообщения, которые магазин пишет сам

## Под сообщением магазина
button-less = Меньше такого
button-no-more = Не присылать
button-less-undo = Вернуть как было
less-agreed =
    { $days ->
        [one] Хорошо, будем писать реже: { $kind } — не чаще раза в { $days } день.
        [few] Хорошо, будем писать реже: { $kind } — не чаще раза в { $days } дня.
       *[many] Хорошо, будем писать реже: { $kind } — не чаще раза в { $days } дней.
    }
stop-agreed = Хорошо, больше не пришлём: { $kind }.
toast-less-already = Уже пишем реже
toast-stopped-already = Уже не присылаем
toast-less-undone = Вернули как было

## О чём магазин пишет сам
notice-remind = напоминания о неоконченном заказе
notice-welcome = слова благодарности за первый заказ
notice-followup = вопросы, как идут дела после покупки
notice-csat = просьбы оценить ответ
notice-order_rating = просьбы оценить заказ
notice-product_rating = просьбы оценить товар
notice-ces = вопросы, удобно ли вам с ботом
notice-nps = вопрос, посоветуете ли вы нас друзьям
notice-back_in_stock = сообщения, что товар снова в наличии
notice-price_drop = сообщения о снижении цены
notice-category = новинки в выбранных разделах
notice-digest = подборки новостей
notice-guide = советы и обзоры
notice-offer = личные предложения
notice-winback = приглашения заглянуть к нам снова
notice-campaign = рассылки и акции
