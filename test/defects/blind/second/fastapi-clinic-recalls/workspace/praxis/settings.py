from pydantic_settings import BaseSettings


class Settings(BaseSettings):
    database_url: str = "postgresql+asyncpg://localhost/praxis"
    mail_api_url: str = "https://mail.internal.example"
    no_show_fee_cents: int = 2500
    mail_timeout_seconds: int = 10


settings = Settings()
