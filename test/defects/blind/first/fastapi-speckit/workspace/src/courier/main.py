from fastapi import FastAPI

from courier.api import parcels

app = FastAPI()
app.include_router(parcels.router, prefix="/api")
