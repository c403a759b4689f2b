from django.db import migrations, models
import django.db.models.deletion


class Migration(migrations.Migration):
    initial = True
    dependencies = []
    operations = [
        migrations.CreateModel(
            name="Praxis",
            fields=[
                ("id", models.BigAutoField(primary_key=True)),
                ("name", models.CharField(max_length=200)),
            ],
        ),
        migrations.CreateModel(
            name="Termin",
            fields=[
                ("id", models.BigAutoField(primary_key=True)),
                ("praxis", models.ForeignKey(on_delete=django.db.models.deletion.CASCADE, to="termine.praxis")),
                ("patient_email", models.EmailField(max_length=254)),
                ("beginn", models.DateTimeField()),
                ("abgesagt_am", models.DateTimeField(null=True)),
            ],
        ),
    ]
