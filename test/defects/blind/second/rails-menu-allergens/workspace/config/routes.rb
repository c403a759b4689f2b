Rails.application.routes.draw do
  resources :restaurants, only: %i[index show] do
    resources :dishes, only: %i[index new create]
  end
  resources :dishes, only: %i[edit update destroy]

  namespace :api do
    get "menus/:slug", to: "menus#show"
  end
end
