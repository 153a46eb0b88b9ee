### Отчёты для тех, кто ведёт магазин: что говорят покупатели и как их обслуживают.

## /stats
stats-menu =
    <b>Отчёты</b>
    Что показать?
button-stats-returns = ↩️ Возвраты
button-stats-feedback = ⭐ Оценки и отзывы
button-stats-service = ⏱ Как отвечаем
button-stats-wishes = 💡 Пожелания
button-stats-customers = 👥 Покупатели

## Общее
button-report-back = ← Назад
button-report-weeks = По неделям
button-report-topics = По темам
button-report-queues = По отделам
button-report-agents = По сотрудникам
button-report-products = По товарам
button-report-comments = Отзывы словами
report-share = <b>{ $value } %</b> ({ $low }–{ $high } %)
report-few = { $part } из { $whole }
report-score = { $score } из { $of }
report-nobody = никто не взял
report-nothing = Пока пусто.
within-less = быстрее чем за минуту
within-time = за { $time }
spread = обычно { $middle }, в девяти случаях из десяти — { $tail }
spread-same = почти всегда { $middle }
lasted-minutes = { $minutes } мин
lasted-hours = { $hours } ч
lasted-both = { $hours } ч { $minutes } мин

## Что говорят покупатели
feedback-none = Оценок пока нет: о них просят, когда обращение решено или заказ получен. Загляните позже.
feedback-head =
    <b>Что говорят покупатели</b>
    { $weeks ->
        [one] За { $weeks } неделю
        [few] За { $weeks } недели
       *[many] За { $weeks } недель
    }: с { $day } { $month } по сегодня
feedback-tickets = Обращения
feedback-orders = Заказы
feedback-products = Товары
feedback-line = <b>{ $name }</b>: довольны { $satisfied } · ответили { $count } из { $asked }
feedback-line-stars = <b>{ $name }</b>: довольны { $satisfied } · оценок { $count }
feedback-nps = <b>Порекомендуют друзьям (NPS)</b>: <b>{ $value }</b> ({ $low }…{ $high }) · ответили { $count } из { $asked }
feedback-nps-few = <b>Порекомендуют друзьям (NPS)</b>: ответили { $count } из { $asked }, считать рано
feedback-ces = <b>Легко ли получить ответ</b>: <b>{ $value }</b> из 5 ({ $low }–{ $high }) · ответили { $count } из { $asked }
feedback-ces-few = <b>Легко ли получить ответ</b>: ответили { $count } из { $asked }, считать рано
feedback-hint = <i>Довольны — поставили 4 или 5. В скобках — между какими числами, скорее всего, настоящее значение. Если оценок меньше { $few }, процентов нет: один ответ изменил бы всё.</i>
feedback-by-topics = <b>Оценки обращений по темам</b>
feedback-by-queues = <b>Оценки обращений по отделам</b>
feedback-by-agents = <b>Оценки обращений по сотрудникам</b>
feedback-by-products = <b>Оценки товаров</b>
feedback-comments =
    <b>Отзывы словами</b>
    О чём почитать?
feedback-said = <b>Отзывы: { $about }</b>
feedback-comment =
    <b>{ $score }</b> · { $when }
    { $words }
said-orders = заказы
said-products = товары
said-nps = советуют ли друзьям
said-ces = легко ли получить ответ

## Как отвечаем
service-none = Обращений пока не было, так что рассказать не о чем.
service-head =
    <b>Как мы отвечаем</b>
    { $weeks ->
        [one] За { $weeks } неделю
        [few] За { $weeks } недели
       *[many] За { $weeks } недель
    }: с { $day } { $month } по сегодня
service-volume = Обращений: <b>{ $count }</b> · сейчас не решено: <b>{ $backlog }</b>
service-first = <b>Первый ответ</b>: { $open }. Это рабочее время; по часам, с ночами и выходными: { $clock }.
service-first-same = <b>Первый ответ</b>: { $open }.
service-first-none = <b>Первый ответ</b>: отвечать пока не приходилось
service-target = <b>Вовремя</b> (в срок отдела): { $share }
service-resolved = <b>Решено</b>: { $open }. Это рабочее время; по часам, с ночами и выходными: { $clock }.
service-resolved-same = <b>Решено</b>: { $open }.
service-resolved-none = <b>Решено</b>: пока ничего
service-right = <b>Сразу в нужный отдел</b>: { $share }
service-hint = <i>Обычно — медиана. Рабочее время — часы работы отдела. В скобках — между какими числами, скорее всего, настоящее значение; если случаев меньше { $few }, процентов нет. Время решения — по тем, что уже решены.</i>
service-by-weeks = <b>По неделям</b>, новые сверху
service-by-topics = <b>По темам</b>
service-by-queues = <b>По отделам</b>
service-by-agents = <b>По сотрудникам</b>
service-week = с { $day } { $month }
service-line = <b>{ $name }</b>: { $count } · ответ { $middle } (девять из десяти — { $tail })
service-line-same = <b>{ $name }</b>: { $count } · ответ { $middle }
service-line-target = {" "}· вовремя { $share }
service-line-none = <b>{ $name }</b>: { $count } · ответов не было
service-backlog = {" "}· к концу не решено { $count }

## Картинки
picture-feedback = Что говорят покупатели
picture-feedback-hint = Довольны — поставили 4 или 5. Полоса — где, скорее всего, настоящее значение, число — ответов
picture-feedback-weeks = Довольны, %, по неделям
picture-feedback-tickets = обращения
picture-feedback-orders = заказы
picture-feedback-topics = Обращения: довольны по темам, %
picture-few-answers = Ответов пока мало
picture-service = Как мы отвечаем
picture-service-hint = Первый ответ — в рабочих часах отдела; нерешённые — к концу недели. Последняя неделя ещё идёт
picture-service-first = Первый ответ, { $unit }
picture-unit-seconds = секунд
picture-unit-minutes = минут
picture-unit-hours = часов
picture-service-middle = обычно (медиана)
picture-service-tail = девять из десяти
picture-service-volume = Новые обращения и нерешённые
picture-service-new = новые
picture-service-backlog = не решено
picture-service-topics = О чём пишут, обращений за неделю
