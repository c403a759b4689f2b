Rails.application.routes.draw do
  namespace :api do
    resources :bookings, only: [:index, :create, :destroy]
    resources :rooms, only: [:index, :show]
  end
end
