module Api
  class MenusController < ApplicationController
    def show
      restaurant = Restaurant.find_by!(slug: params[:slug])
      render json: MenuPresenter.new(restaurant).as_json
    end
  end
end
