### Where customers stand by their orders: the nightly figures.
