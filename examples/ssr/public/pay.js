const state = document.querySelector('output');

// It listens before the card's script has come: nothing is missed.
document.querySelector('calypso-invoice').addEventListener('calypso-state-change', (event) => {
  state.textContent = event.state;
});
