import httpx

from praxis.settings import settings


class MailClient:
    async def send(self, to: str, template: str, values: dict[str, str]) -> str:
        async with httpx.AsyncClient(timeout=settings.mail_timeout_seconds) as client:
            response = await client.post(f"{settings.mail_api_url}/send", json={"to": to, "template": template, "values": values})
            response.raise_for_status()
            return response.json()["id"]
