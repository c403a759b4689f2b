from django.urls import path
from .views import TerminView

urlpatterns = [path("termine/", TerminView.as_view())]
