"""How the program looks: colours, sizes and type, and the one function that puts them on."""
