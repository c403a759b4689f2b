INSTALLED_APPS = ["rest_framework", "termine"]
TERMIN_VORLAUF_STUNDEN = 24
