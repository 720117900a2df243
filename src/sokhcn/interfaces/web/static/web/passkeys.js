// A passkey that the machine did not give, or that the person cancelled, is said on the page.
document.addEventListener("allauth.error", (event) => {
  const trouble = document.getElementById("passkey-trouble");
  if (!trouble) return;
  event.preventDefault();
  trouble.hidden = false;
});
// Buttons that need a passkey show themselves where the browser gives passkeys: never to an address of mere numbers.
const named = !/^[\d.]+$|^\[/.test(location.hostname);
if (named && window.PublicKeyCredential) for (const part of document.querySelectorAll("[data-passkey]")) part.hidden = false;
