"""The surfaces people use. Each channel knows `channels.base` and its platform, and none of the other rooms."""
