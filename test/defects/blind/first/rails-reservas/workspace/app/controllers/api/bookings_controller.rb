module Api
  class BookingsController < ApplicationController
    def index; end
    def create; end
    def destroy; end
  end
end
