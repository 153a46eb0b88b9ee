"""Pictures of the demo shop's goods, drawn by the program itself."""
