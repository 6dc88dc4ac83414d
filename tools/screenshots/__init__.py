"""Pictures of every screen, in both languages and two sizes, and a storyboard of the demo day."""
