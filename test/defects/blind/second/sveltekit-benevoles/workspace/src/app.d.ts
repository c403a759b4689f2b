declare global {
  namespace App {
    interface Locals {
      benevoleId: string | null
      coordination: boolean
    }
  }
}

export {}
