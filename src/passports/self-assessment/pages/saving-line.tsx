/** Where script says what became of each answer. It also tells script that this form is saved as typed. */
export function SavingLine() {
  return <p class="lanyard-saving" role="status" data-saving></p>
}
