### Orders

order-is-draft = Этот заказ ещё не подтверждён.
order-is-placed = Заказ подтверждён и ждёт, пока его примут в работу.
order-is-accepted = Заказ уже принят в работу.
order-is-packed = Заказ уже собран.
order-is-shipped = Заказ уже отправлен.
order-is-delivered = Заказ уже доставлен.
order-is-cancelled = Этот заказ отменён.
order-is-dropped = Это оформление закрыто: начните заказ заново из корзины — /cart.
