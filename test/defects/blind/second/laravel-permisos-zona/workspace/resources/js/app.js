import { createApp } from 'vue'
import Permisos from './Permisos.vue'

createApp(Permisos).mount('#app')
