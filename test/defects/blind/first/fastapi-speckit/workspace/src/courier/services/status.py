class StatusService:
    async def change(self, parcel_id: str, status: str) -> None:
        pass
