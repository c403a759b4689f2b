"""initial"""
import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

revision = "0001"
down_revision = None


def upgrade() -> None:
    op.create_table(
        "practices",
        sa.Column("id", postgresql.UUID(), primary_key=True),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("timezone", sa.Text(), nullable=False),
    )
    op.create_table(
        "patients",
        sa.Column("id", postgresql.UUID(), primary_key=True),
        sa.Column("practice_id", postgresql.UUID(), sa.ForeignKey("practices.id"), nullable=False),
        sa.Column("full_name", sa.Text(), nullable=False),
        sa.Column("email", sa.Text(), nullable=True),
        sa.Column("born_on", sa.Date(), nullable=False),
    )
    op.create_table(
        "appointments",
        sa.Column("id", postgresql.UUID(), primary_key=True),
        sa.Column("patient_id", postgresql.UUID(), sa.ForeignKey("patients.id"), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("status", sa.Text(), nullable=False, server_default="booked"),
    )


def downgrade() -> None:
    op.drop_table("appointments")
    op.drop_table("patients")
    op.drop_table("practices")
