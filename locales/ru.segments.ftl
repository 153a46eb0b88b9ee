### Where customers stand by their orders: the nightly figures.

## Stages
segment-new = 🌱 Новые
segment-active = 🙂 Активные
segment-growing = 📈 Растущие
segment-vip = ⭐ VIP
segment-at_risk = ⚠️ Под угрозой
segment-lapsed = 💤 Ушедшие
segment-returned = 🔄 Вернувшиеся

## Why somebody stands there
segment-why-new = первый заказ — { $passed } назад
segment-why-once = один заказ, { $passed } назад
segment-why-rhythm = обычно заказывает { $every }, последний заказ — { $passed } назад
segment-why-less = за последние { $window } дней заказов: { $got }, обычно около { $due }
segment-why-cheaper = средний заказ за последние { $window } дней — около { $paid }, обычно около { $usual }
segment-why-more = за последние { $window } дней заказов: { $got }, раньше было бы около { $due }
segment-why-vip = среди тех, кто покупает больше всех; заказов за год: { $count }
segment-why-lapsed = последний заказ — { $passed } назад, вероятность нового — { $percent } %
segment-why-returned = вернулся после перерыва ({ $silence }); последний заказ — { $passed } назад
segment-why-was-vip = из самых ценных покупателей
segment-span-days = { $count ->
    [one] { $count } день
    [few] { $count } дня
   *[many] { $count } дней
}
segment-span-weeks = { $count ->
    [one] { $count } неделю
    [few] { $count } недели
   *[many] { $count } недель
}
segment-span-months = { $count ->
    [one] { $count } месяц
    [few] { $count } месяца
   *[many] { $count } месяцев
}
segment-every-days = { $count ->
    [1] почти каждый день
    [one] раз в { $count } день
    [few] раз в { $count } дня
   *[many] раз в { $count } дней
}
segment-every-weeks = { $count ->
    [1] раз в неделю
    [one] раз в { $count } неделю
    [few] раз в { $count } недели
   *[many] раз в { $count } недель
}
segment-every-months = { $count ->
    [1] раз в месяц
    [one] раз в { $count } месяц
    [few] раз в { $count } месяца
   *[many] раз в { $count } месяцев
}

## /stats customers
customers-none = Считать пока нечего: покупателей пересчитываем по ночам, начиная с первого заказа.
customers-head =
    <b>👥 Покупатели</b>
    Посчитано в ночь на { $day } { $month }. Всего: { $count }. Дальше: людей, потратили за год, ждём.
customers-stage = { $stage }: <b>{ $people }</b>{ $change } · { $spent } · { $worth }
customers-moves = <b>Кто куда перешёл за { $days } дней</b>
customers-moves-none = За { $days } дней никто из известных по имени никуда не перешёл.
customers-quality =
    <b>Прогноз проверен на последних { $days } днях</b>
    Верно различает вернувшихся и нет в { $auc } случаях из 100; процентам можно верить с точностью до { $error }. Проверено на { $people } покупателях, снова заказали { $share } %.
customers-quality-few = Заказов пока мало, чтобы проверить прогноз на { $days } дней: смотрите на него как на подсказку.
customers-named = По именам знаем { $named } из { $people }: только тех, кто разрешил учитывать покупки. Остальные — лишь в общих числах.
button-customers-risk = ⚠️ Под угрозой: { $count }
customers-risk-head =
    <b>⚠️ Под угрозой</b>
    Покупают реже, чем обычно. Сверху те, от кого ждём больше.
customers-risk-line = { $number }. <b>{ $name }</b> · ждём { $worth }
customers-risk-none = Сейчас никого: все заказывают как обычно.
customers-no-ticket = Этот покупатель ещё ни о чём не спрашивал: карточки обращения нет.

## The picture
picture-customers = Покупатели
picture-customers-hint = Сколько людей на каком этапе, сколько они потратили за год и кто куда перешёл
picture-customers-people = Людей
picture-customers-money = Потратили за год, % от всех
picture-customers-moves = Перешли за { $days } дней
picture-customers-before = Светлая полоса — { $days } дней назад
picture-stage-new = Новые
picture-stage-active = Активные
picture-stage-growing = Растущие
picture-stage-vip = VIP
picture-stage-at_risk = Под угрозой
picture-stage-lapsed = Ушедшие
picture-stage-returned = Вернувшиеся
