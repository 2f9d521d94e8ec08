"""What the program tells a person, in two languages · problem or text → str."""
