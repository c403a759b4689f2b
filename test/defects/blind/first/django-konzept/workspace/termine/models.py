from django.db import models


class Praxis(models.Model):
    name = models.CharField(max_length=200)


class Termin(models.Model):
    praxis = models.ForeignKey(Praxis, on_delete=models.CASCADE)
    patient_email = models.EmailField()
    beginn = models.DateTimeField()
    abgesagt_am = models.DateTimeField(null=True)

    def absagen(self) -> None:
        pass
