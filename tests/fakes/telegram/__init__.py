"""A fake Telegram on loopback: see `fake.telegram_fake`."""
