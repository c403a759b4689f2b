from sqlalchemy.orm import DeclarativeBase


class Base(DeclarativeBase):
    pass


class Parcel(Base):
    __tablename__ = "parcels"
