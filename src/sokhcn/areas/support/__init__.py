"""Support for enterprises, organisations and people: tasks, training classes, industrial property (5. hỗ trợ)."""
