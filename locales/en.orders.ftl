### Orders

order-is-draft = This order is not confirmed yet.
order-is-placed = The order is confirmed and is waiting to be accepted.
order-is-accepted = The order has been accepted already.
order-is-packed = The order has been packed already.
order-is-shipped = The order has been shipped already.
order-is-delivered = The order has been delivered already.
order-is-cancelled = This order has been cancelled.
order-is-dropped = This checkout is closed: please start again from your cart — /cart.
